import type { QueryReply } from '../../electron/contract/popup';
import type { Role } from '../../electron/contract/transfer';

/** A key that moves in the list or takes from it. It waits where the list is not up to date. */
export type ListKey = { readonly kind: 'move'; readonly by: number } | { readonly kind: 'enter' };

/** What the person is putting together: the text, main's answer to it, and what they chose. */
export interface Compose {
  readonly text: string;
  /** Main's last answer; it may be to an older text, and is then only for looking at. */
  readonly reply: QueryReply | null;
  /** Key of the selected row. */
  readonly selected: string | null;
  /** The role that was switched to by hand, which goes before everybody's default. */
  readonly role: Role | null;
  /** The role bar was opened for a row. */
  readonly roleBarOpen: boolean;
  /** Keys pressed before the answer to `text` came, in order. */
  readonly waiting: readonly ListKey[];
}

export const emptyCompose: Compose = {
  text: '',
  reply: null,
  selected: null,
  role: null,
  roleBarOpen: false,
  waiting: [],
};

/** Whether the list answers what stands in the field now; only then may a row be acted upon. */
export function isUpToDate({ text, reply }: Compose): boolean {
  return text === '' || (reply !== null && (reply.text === text || reply.formatted === text));
}

/** The answer, where it says something about the text: an empty or blank text has none. */
export function currentReply(compose: Compose): QueryReply | null {
  if (compose.text === '' || compose.reply === null) return null;
  return compose.reply.verdict.kind === 'empty' ? null : compose.reply;
}

/** The person changed the text: what waited for the older one is void. */
export function withText(compose: Compose, text: string): Compose {
  if (text === '') return emptyCompose;
  return { ...compose, text, roleBarOpen: false, waiting: [] };
}

/**
 * Main's answer came. One to an older text is dropped; the formatted text replaces the typed one,
 * except where an input method is still composing.
 */
export function withReply(compose: Compose, reply: QueryReply, composing: boolean): Compose {
  if (reply.text !== compose.text || compose.text === '') return compose;
  return { ...compose, text: composing ? compose.text : reply.formatted, reply };
}
