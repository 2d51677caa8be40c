import { z } from 'zod';

import { managedFileSchema } from '../contract/settings';

const named = z.object({ properties: z.record(z.string(), z.unknown()).optional() });

function namesIn(schema: unknown, names: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  const found = named.safeParse(schema);
  if (found.success) for (const name of Object.keys(found.data.properties ?? {})) names.add(name);
  for (const part of Object.values(schema)) namesIn(part, names);
}

/** Keys of the person's own file that the administrator's has not. */
const more = ['settings', 'tokenSavedFor', 'welcomeSeen'];

let known: ReadonlySet<string> | null = null;
function knownNames(): ReadonlySet<string> {
  if (known === null) {
    const names = new Set(more);
    namesIn(z.toJSONSchema(managedFileSchema, { io: 'input', unrepresentable: 'any' }), names);
    known = names;
  }
  return known;
}

/** The path of a key without names that no schema has: a name somebody made up may be anything. */
export function knownKey(path: string): string {
  return path.replaceAll(/\[\d+\]|[^.[\]]+/g, (name) =>
    name.startsWith('[') || knownNames().has(name) ? name : '…',
  );
}
