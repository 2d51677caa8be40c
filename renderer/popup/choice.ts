import type { PopupState, QueryReply } from '../../electron/contract/popup';
import type { Destination, Role } from '../../electron/contract/transfer';
import { currentReply, isUpToDate, type Compose } from './compose';
import { rowsOf, type Row } from './rows';

/**
 * The row that an answer selects by itself: the typed address, or the first match of a name.
 * Anything else waits for the person, also what only looks like an address that a check refuses.
 */
export function firstSelection({ verdict }: QueryReply, rows: readonly Row[]): string | null {
  const byItself =
    verdict.kind === 'search' || (verdict.kind === 'complete' && verdict.refusal === null);
  return byItself ? (rows[0]?.key ?? null) : null;
}

/** The row that stays selected when the same text is answered again: rows may have moved. */
export function keptSelection(selected: string | null, rows: readonly Row[]): string | null {
  return rows.some(({ key }) => key === selected) ? selected : null;
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
  return isUpToDate(compose) ? shownTarget(state, compose) : null;
}

/**
 * Whom the list as it stands shows as chosen. While the answer to a newer text is awaited that is
 * only for looking at: what is shown must not flicker with every key.
 */
export function shownTarget(state: PopupState, compose: Compose): Destination | null {
  return selectedRow(state, compose)?.destination ?? typedDestination(compose);
}

export function selectedRow(state: PopupState, compose: Compose): Row | null {
  return rowsOf(state, compose).find(({ key }) => key === compose.selected) ?? null;
}

/** Whom the last answer reads in the text; null where that is nobody, or a check refuses them. */
export function typedDestination(compose: Compose): Destination | null {
  const verdict = currentReply(compose)?.verdict;
  return verdict?.kind === 'complete' && verdict.refusal === null ? verdict.destination : null;
}

/** docs/behaviour.md: the role last switched in this popup, else the entry's, else the line's. */
export function roleFor(state: PopupState, compose: Compose, destination: Destination): Role {
  return compose.role ?? destination.role ?? state.line.role;
}

/** The role bar stands below a typed address, and below a row for which Tab has opened it. */
export function showsRoleBar(state: PopupState, compose: Compose): boolean {
  if (typedDestination(compose) !== null) return true;
  return compose.roleBarOpen && shownTarget(state, compose) !== null;
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
