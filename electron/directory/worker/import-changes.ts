import type { DirectoryEntry, ImportReport } from '../../contract/directory';

/** An entry is the same person when name and address are the same. */
export const identityOf = ({ name, address }: DirectoryEntry): string => `${address}\n${name}`;

const contentOf = ({ aliases, department, company, label, role }: DirectoryEntry): string =>
  JSON.stringify([aliases, department, company, label, role]);

/** What reading a file again changes in the directory. */
export function importChanges(
  before: readonly DirectoryEntry[],
  after: readonly DirectoryEntry[],
): Pick<ImportReport, 'added' | 'changed' | 'removed' | 'unchanged'> {
  const old = new Map(before.map((entry) => [identityOf(entry), contentOf(entry)]));
  let added = 0;
  let changed = 0;
  let unchanged = 0;
  for (const entry of after) {
    const identity = identityOf(entry);
    const content = old.get(identity);
    old.delete(identity);
    if (content === undefined) added += 1;
    else if (content === contentOf(entry)) unchanged += 1;
    else changed += 1;
  }
  return { added, changed, removed: old.size, unchanged };
}
