import type { PopupState, QueryReply } from '../../electron/contract/popup';
import type { Destination, Role } from '../../electron/contract/transfer';
import { currentReply, isUpToDate, type Compose } from './compose';
import { rowsOf, type Row } from './rows';

/**
 * The row that an answer selects by itself: the typed address, or the first match of a name.
 * Anything else waits for the person.
 */
export function firstSelection(reply: QueryReply, rows: readonly Row[]): string | null {
  const kind = reply.verdict.kind;
  return kind === 'complete' || kind === 'search' ? (rows[0]?.key ?? null) : null;
}

/** Moves the selection by `by` rows. Up from the first row clears it; the ends hold. */
export function movedSelection(
  rows: readonly Row[],
  selected: string | null,
  by: number,
): string | null {
  if (rows.length === 0) return null;
  const at = rows.findIndex((row) => row.key === selected);
  if (at === -1) return by > 0 ? (rows[Math.min(by, rows.length) - 1]?.key ?? null) : null;
  if (at === 0 && by < 0) return null;
  const next = Math.max(0, Math.min(rows.length - 1, at + by));
  return rows[next]?.key ?? null;
}

/** Whom Enter would transfer to; null where the text and the selection name nobody. */
export function target(state: PopupState, compose: Compose): Destination | null {
  if (!isUpToDate(compose)) return null;
  const row = rowsOf(state, compose).find(({ key }) => key === compose.selected);
  if (row !== undefined) return row.destination;
  const verdict = currentReply(compose)?.verdict;
  return verdict?.kind === 'complete' ? verdict.destination : null;
}

/** docs/behaviour.md: the role last switched in this popup, else the entry's, else the line's. */
export function roleFor(state: PopupState, compose: Compose, destination: Destination): Role {
  return compose.role ?? destination.role ?? state.line.role;
}

/** The role bar stands below a typed address, and below a row for which Tab has opened it. */
export function showsRoleBar(state: PopupState, compose: Compose): boolean {
  if (currentReply(compose)?.verdict.kind === 'complete') return true;
  return compose.roleBarOpen && target(state, compose) !== null;
}

type EnterDecision =
  | { readonly kind: 'wait' }
  | { readonly kind: 'start'; readonly destination: Destination; readonly role: Role }
  | { readonly kind: 'say-why' };

/** What Enter means. It never acts on an answer to an older text. */
export function decideEnter(state: PopupState, compose: Compose): EnterDecision {
  if (!isUpToDate(compose)) return { kind: 'wait' };
  const destination = target(state, compose);
  if (destination === null) return { kind: 'say-why' };
  return { kind: 'start', destination, role: roleFor(state, compose, destination) };
}
