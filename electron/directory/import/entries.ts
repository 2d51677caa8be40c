import type { DirectoryEntry, RejectedRow, RejectReason } from '../../contract/directory';
import { roles, type Role } from '../../contract/transfer';
import { displayAddress } from '../address';
import type { AddressKind, Contact, FileRow } from './contact';
import { beginning } from './plain-text';
import { readAddress } from './written-address';

/** What a file gave: its entries in the order of the file, and every row that gave none. */
export interface DirectoryContent {
  readonly entries: readonly DirectoryEntry[];
  readonly rejected: readonly RejectedRow[];
}

const longest = { name: 200, address: 256, company: 200, department: 200, alias: 100, label: 50 };
/** Further aliases are left out: a row is not refused for having too many names. */
const mostAliases = 20;

function isTooLong({ name, company, department, aliases }: Contact): boolean {
  return (
    name.length > longest.name ||
    company.length > longest.company ||
    department.length > longest.department ||
    aliases.some((alias) => alias.length > longest.alias)
  );
}

/** A role of ours, null where none is given, undefined where another word stands. */
function roleOf(text: string): Role | null | undefined {
  if (text === '') return null;
  return roles.find((role) => role === text.toLowerCase());
}

/** Why nothing of a contact can be taken; null where its addresses decide. */
function refusalOf(contact: Contact): RejectReason | null {
  if (contact.addresses.length === 0) {
    const named = contact.name !== '' || contact.company !== '';
    return named ? 'no-address' : 'no-name-and-no-address';
  }
  if (isTooLong(contact)) return 'too-long';
  return roleOf(contact.role) === undefined ? 'role-unknown' : null;
}

/**
 * The entries of a file: one for each address of a contact. A contact without a name has its
 * company's, else its number for one. A second entry with the same name and address is refused as a
 * duplicate; the same number twice in one contact is one entry. A cell is rejected once,
 * with the reason of the first address that is wrong: a line break may have made several of one. So is
 * a contact for any one reason. Numbers without a country code are those of `region`. No more than
 * `room` entries are taken.
 */
export function entriesOfRows(
  rows: readonly FileRow[],
  region: string,
  room: number,
): DirectoryContent {
  const entries: DirectoryEntry[] = [];
  const rejected: RejectedRow[] = [];
  const known = new Set<string>();
  for (const row of rows) {
    if (row.kind === 'rejected') {
      rejected.push(row.row);
      continue;
    }
    const { contact } = row;
    const reasons = new Set<RejectReason>();
    const reject = (reason: RejectReason): void => {
      if (reasons.has(reason)) return;
      reasons.add(reason);
      rejected.push({ line: contact.line, text: contact.text, reason });
    };
    const refusal = refusalOf(contact);
    if (refusal !== null) {
      reject(refusal);
      continue;
    }
    const own = new Set<string>();
    const take = (kind: AddressKind, text: string, label: string): RejectReason | null => {
      const address = readAddress(kind, text, region);
      if (!address.ok) return address.error;
      const canonical = address.value;
      if (own.has(canonical)) return null;
      own.add(canonical);
      const name = contact.name || contact.company || displayAddress(canonical, region);
      const identity = `${name}\n${canonical}`;
      if (canonical.length > longest.address) return 'too-long';
      if (known.has(identity)) return 'duplicate';
      if (entries.length >= room) return 'directory-full';
      known.add(identity);
      entries.push(entryOf(contact, name, canonical, label));
      return null;
    };
    for (const { kind, texts, label } of contact.addresses) {
      const [refused] = texts.flatMap((text) => take(kind, text, label) ?? []);
      if (refused !== undefined) reject(refused);
    }
  }
  return { entries, rejected };
}

function entryOf(contact: Contact, name: string, address: string, label: string): DirectoryEntry {
  return {
    name,
    address,
    aliases: [...new Set(contact.aliases)].slice(0, mostAliases),
    department: contact.department || null,
    company: contact.company === name ? null : contact.company || null,
    label: beginning(label, longest.label) || null,
    role: roleOf(contact.role) ?? null,
  };
}
