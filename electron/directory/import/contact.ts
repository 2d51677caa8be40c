import type { RejectedRow } from '../../contract/directory';
import { beginning } from './plain-text';

/** What an address is by where it stands. */
export type AddressKind = 'number' | 'sip';

/** What one cell or property of a file holds of addresses, not judged yet. */
export interface ContactAddresses {
  readonly kind: AddressKind;
  /** Mostly one; several where the file joins them, or where one is broken by a line break. */
  readonly texts: readonly string[];
  /** Which of the person's numbers it is, in the file's own word; blank: not said. */
  readonly label: string;
}

/** Somebody in a file, in the file's own words: one row, card or object. Blank: not said. */
export interface Contact {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** The beginning of what stands there. */
  readonly text: string;
  readonly name: string;
  readonly company: string;
  readonly department: string;
  readonly aliases: readonly string[];
  readonly role: string;
  readonly addresses: readonly ContactAddresses[];
}

/** A row of a file: somebody, or what could not be read. */
export type FileRow =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'rejected'; readonly row: RejectedRow };

/** Longest text that is judged as an address, in UTF-16 units; an address has at most 256. */
export const longestAddress = 300;

/** Longest beginning of a row that is kept to be listed. */
export const longestRowText = 200;

/**
 * Most rows of a file that are read. A directory has at most 100,000 entries; without a bound, a file
 * of line breaks and letters would fill the memory with rows that are refused.
 */
export const mostRows = 250_000;

/** The rows that were read, and one that says where reading ended, if it did before the end. */
export function withRest(
  rows: readonly FileRow[],
  rest: { readonly line: number; readonly source: string } | undefined,
): readonly FileRow[] {
  if (rest === undefined) return rows;
  const text = beginning(rest.source, longestRowText);
  return [...rows, { kind: 'rejected', row: { line: rest.line, text, reason: 'directory-full' } }];
}
