import type { Phase } from '../contract/transfer';
import type { Signal } from './signal';

export interface AskedLineParts {
  readonly lines: {
    readonly activeId: string;
    readonly fixedId: string | null;
    find(id: string): unknown;
    choose(id: string): void;
  };
  readonly transfer: { phase(): Phase };
  readonly changes: Signal;
}

/** The line that a later start or a link asks for. */
export interface AskedLine {
  readonly fixedId: string | null;
  find(id: string): unknown;
  /** Uses it for this run, at once. */
  choose(id: string): void;
  /** Uses it for this run: at once, or when the popup takes text again. */
  chooseWhenFree(id: string): void;
}

/**
 * A link may come from any web page, and another line takes a held transfer back. So what a link asks
 * for waits, as its text does, until no transfer is held, under way or on the screen; and it is
 * forgotten where the line has been changed by then, as who did that knows better.
 */
export function openAskedLine({ lines, transfer, changes }: AskedLineParts): AskedLine {
  let waiting: { readonly id: string; readonly inUse: string } | null = null;
  const composing = () => transfer.phase().kind === 'compose';
  changes.listen(() => {
    if (waiting === null || !composing()) return;
    const { id, inUse } = waiting;
    waiting = null;
    if (lines.activeId !== inUse) return;
    lines.choose(id);
    changes.emit();
  });
  return {
    get fixedId() {
      return lines.fixedId;
    },
    find: (id) => lines.find(id),
    choose: (id) => {
      waiting = null;
      lines.choose(id);
    },
    chooseWhenFree: (id) => {
      if (composing()) lines.choose(id);
      else waiting = { id, inUse: lines.activeId };
    },
  };
}
