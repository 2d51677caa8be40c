import { describe, expect, it } from 'vitest';

import { credentialErrorCodes, credentialStates } from '../../../electron/contract/credentials';
import { checkIds, checkStates, factNames, findingCodes } from '../../../electron/contract/doctor';
import { settingsRoutes } from '../../../electron/contract/manager';
import { noticeCodes } from '../../../electron/contract/notices';
import { startErrorCodes } from '../../../electron/contract/popup';
import { outcomes, reasonCodes, roles } from '../../../electron/contract/transfer';
import { names, namedTexts, type NamedText } from '../../support/named-texts';
import { flatTexts, namedKeys, textParts, type TextPart } from '../../support/text-files';

/** Who shows which files of texts; `common` is everybody's. */
const readers: readonly {
  readonly folder: string;
  readonly parts: readonly TextPart[];
}[] = [
  { folder: 'renderer/popup', parts: ['common', 'popup'] },
  { folder: 'renderer/manager', parts: ['common', 'doctor', 'manager'] },
  { folder: 'renderer/ui', parts: ['common'] },
  { folder: 'electron', parts: ['common', 'doctor', 'main'] },
];

/** What the contract lets the code fill in after a prefix: another key there is nobody's. */
const filledIn: Readonly<Record<string, readonly string[]>> = {
  'outcomes.': outcomes,
  'roles.': roles,
  'rolesInSentence.': roles,
  'reasons.': reasonCodes,
  'startErrors.': [...startErrorCodes, 'internal'],
  'notices.': [...noticeCodes, 'facts', 'heading'],
  'credentials.states.': credentialStates,
  'credentials.errors.': [...credentialErrorCodes, 'cause'],
  'manager.pages.': settingsRoutes,
  'doctor.checks.': checkIds,
  'doctor.facts.': factNames,
  'doctor.findings.': findingCodes,
  'doctor.states.': [...checkStates, 'running', 'asking'],
};

const keysOf = (parts: readonly TextPart[]) =>
  parts.flatMap((part) => [...namedKeys(flatTexts('en', part))]);

const uses = readers.map((reader) => ({ ...reader, named: namedTexts(reader.folder) }));

/** As index: most texts are named by their key alone. */
function nameFinder(named: readonly NamedText[]): (key: string) => boolean {
  const whole = new Set(named.map(({ key }) => key));
  const templates = named.filter(({ key }) => key.includes('*') && /^[a-z][\w*.-]+$/iu.test(key));
  return (key) => whole.has(key) || templates.some((template) => names(template, key));
}

describe('the texts and the code', () => {
  it.each(uses)('$folder names only texts that its window has loaded', ({ named, parts }) => {
    const keys = keysOf(parts);
    const known = new Set(keys);
    const wrong = named.filter(
      (use) =>
        use.called &&
        !(use.key.includes('*') ? keys.some((key) => names(use, key)) : known.has(use.key)),
    );
    expect(wrong.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
  });

  it.each(textParts)('have nothing in %s that no code shows', (part) => {
    const readBy = uses.filter(({ parts }) => parts.includes(part)).flatMap(({ named }) => named);
    const isNamed = nameFinder(readBy);
    const unused = keysOf([part]).filter((key) => !isNamed(key));
    expect(unused).toEqual([]);
  });

  it('have no entry for a code that the contract does not know', () => {
    const unknown = keysOf(textParts).filter((key) =>
      Object.entries(filledIn).some(([prefix, values]) => {
        const [value] = key.slice(prefix.length).split('.');
        return key.startsWith(prefix) && !values.some((known) => known === value);
      }),
    );
    expect(unknown).toEqual([]);
  });
});
