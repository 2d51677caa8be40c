import { openingCopy } from './aside-copy';
import type { PopupContext } from './popup-view';

export interface Lines {
  readonly toggle: () => void;
  readonly close: () => void;
  readonly choose: (lineId: string) => Promise<void>;
  readonly usePractice: () => void;
  /** To the line that is set, else to the first real one; where there is none, to where one is set up. */
  readonly leavePractice: () => void;
}

/** Choosing the line. Main decides whether it may be chosen, and says why not. */
export function createLines(context: PopupContext): Lines {
  const { bridge, change, view } = context;

  /** Puts the focus back into the field, where the list of lines has taken it. */
  const close = () => {
    if (!view().linesOpen) return;
    change({ linesOpen: false, lineError: null, focusRequest: view().focusRequest + 1 });
  };

  async function choose(lineId: string): Promise<void> {
    const answer = await bridge.call('line:select', { lineId });
    if (answer.ok) {
      close();
      return;
    }
    const { code } = answer.error;
    const isSetting =
      code === 'setting-enforced' || code === 'settings-unwritable' || code === 'unknown-line';
    change({ linesOpen: true, lineError: isSetting ? code : 'internal' });
  }

  return {
    close,
    choose,
    toggle() {
      const { linesOpen, state } = view();
      if (linesOpen) close();
      else if (state === null || state.lines.length < 2) return;
      else if (state.fixedLine === null) change({ linesOpen: true, lineError: null });
      else {
        const remark = openingCopy({ code: 'line-fixed' }, state.line.name);
        change({ remark });
        context.sayAgain(`${remark.title} ${remark.body}`);
      }
    },
    usePractice() {
      const practice = view().state?.lines.find((line) => line.practice);
      if (practice !== undefined) void choose(practice.id);
    },
    leavePractice() {
      const { lines = [], fixedLine = null } = view().state ?? {};
      const fixed = lines.find((line) => line.id === fixedLine);
      const real = fixed ?? lines.find((line) => !line.practice);
      if (real === undefined) void bridge.call('manager:open', { route: 'account' });
      else void choose(real.id);
    },
  };
}
