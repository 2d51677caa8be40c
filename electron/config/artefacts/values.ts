import { authIdPattern } from '../../contract/settings';
import type { Found } from './found';
import { isStandIn, plainName } from './placeholders';

type Variable = Found['variables'][number];

/** A stand-in counts least, and what is called Plivo's goes before another service's AUTH_TOKEN. */
function weightOf([name, value]: Variable): number {
  if (isStandIn(value)) return 0;
  return /plivo/i.test(name) ? 2 : 1;
}

const isAccount = (name: string, value: string) =>
  plainName(name) === 'authid' && authIdPattern.test(value);

/** The variables of a text that have a value, those last that count most. */
function ownVariables({ variables }: Found): Variable[] {
  const given = variables
    .map(([name, value]): Variable => [name, value.trim()])
    .filter(([, value]) => value !== '');
  return [0, 1, 2].flatMap((weight) => given.filter((variable) => weightOf(variable) === weight));
}

/** The accounts that variables name, in the order of the texts. */
export const accountsNamed = (found: readonly Found[]): string[] =>
  found
    .flatMap(ownVariables)
    .filter(([name, value]) => isAccount(name, value))
    .map(([, authId]) => authId);

/**
 * All values that fill in placeholders, by their plain names; the last of a name counts, as in a file
 * read downwards. A text that brings variables alone was made to fill in the others, so it goes before
 * a collection's own. The token of one account never stands beside the Auth ID of another.
 */
export function valuesOf(found: readonly Found[]): Map<string, string> {
  const values = new Map<string, string>();
  const alone = found.filter(({ requests }) => requests.length === 0);
  const inOrder = [...found.filter(({ requests }) => requests.length > 0), ...alone];
  for (const [name, value] of inOrder.flatMap(ownVariables)) {
    const plain = plainName(name);
    const before = values.get(plain) ?? value;
    if (isStandIn(value) && before !== value) continue;
    if (isAccount(name, value) && isAccount(name, before) && before !== value) {
      values.delete('authtoken');
    }
    values.set(plain, value);
  }
  return values;
}
