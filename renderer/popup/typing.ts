import type { QueryReply } from '../../electron/contract/popup';
import type { Destination, Role } from '../../electron/contract/transfer';
import { listSentence, screenSentence } from './announcements';
import { decideEnter, firstSelection, keptSelection, movedSelection, target } from './choice';
import { isUpToDate, withReply, withText, type Compose, type ListKey } from './compose';
import type { PopupContext } from './popup-view';
import { whyNot } from './reply-copy';
import { clipboardKey, rowsOf } from './rows';
import { t } from '../ui/texts';

/** As many UTF-16 units as main takes; docs/behaviour.md bounds the field. */
export const maxFieldLength = 1000;

export interface Typing {
  /** The field's text changed under the person's hands, or is put there. */
  readonly type: (text: string) => void;
  /** Main is asked again about the same text: something it depends on has changed. */
  readonly askAgain: () => void;
  readonly setComposing: (composing: boolean) => void;
  /** A key for the list; it waits where the answer to the text is not there yet. */
  readonly press: (key: ListKey) => void;
  readonly select: (rowKey: string) => void;
  /** Alt+0: the number from the clipboard, where it stands in the list; Enter transfers. */
  readonly selectClipboard: () => void;
}

/**
 * The field and the list below it. Main judges every text; answers may come late and out of
 * order, and no key may be lost or act on an outdated list meanwhile.
 */
export function createTyping(
  context: PopupContext,
  start: (destination: Destination, role: Role) => void,
): Typing {
  let composing = false;

  function setCompose(compose: Compose): void {
    context.change({ compose });
  }

  async function ask(text: string): Promise<void> {
    const answer = await context.bridge.call('popup:query', { text });
    const { compose } = context.view();
    if (compose.text !== text) return;
    if (answer.ok) {
      receive(answer.value);
      return;
    }
    setCompose({ ...compose, waiting: [] });
    context.say(t('startErrors.internal.title'));
  }

  function receive(reply: QueryReply): void {
    const { state, compose: before } = context.view();
    if (state === null || before.text === '' || reply.text !== before.text) return;
    const fits = reply.formatted.length <= maxFieldLength;
    const waiting = before.waiting;
    const answered = { ...withReply(before, reply, composing || !fits), waiting: [] };
    const rows = rowsOf(state, answered);
    // The same text once more: what was chosen stays chosen, wherever it stands now.
    const kept = isUpToDate(before) ? keptSelection(before.selected, rows) : null;
    const compose = { ...answered, selected: kept ?? firstSelection(reply, rows) };
    setCompose(compose);
    context.say(listSentence(state, compose));
    for (const key of waiting) act(key);
  }

  function act(key: ListKey): void {
    const { state, compose } = context.view();
    if (state === null) return;
    if (key.kind === 'move') {
      setCompose({
        ...compose,
        selected: movedSelection(rowsOf(state, compose), compose.selected, key.by),
      });
      return;
    }
    const decision = decideEnter(state, compose);
    if (decision.kind === 'start') start(decision.destination, decision.role);
    if (decision.kind === 'say-why') context.sayAgain(whyNot(state, compose));
  }

  function select(rowKey: string): void {
    const { compose, state } = context.view();
    if (state === null || !isUpToDate(compose)) return;
    if (target(state, { ...compose, selected: rowKey }) !== null) {
      setCompose({ ...compose, selected: rowKey });
    }
  }

  return {
    type(typed) {
      const text = typed.slice(0, maxFieldLength);
      const cut = text.length < typed.length;
      const { compose: before, state } = context.view();
      const compose = withText(before, text);
      context.change({ compose, cut, linesOpen: false });
      // What was said of the text must not be found where there is none any more.
      if (text === '' && before.text !== '' && state !== null) {
        context.say(listSentence(state, compose));
      }
      if (cut) context.say(t('popup.field.cut', { max: maxFieldLength }));
      if (text !== '') void ask(text);
    },
    askAgain() {
      const { text } = context.view().compose;
      if (text !== '') void ask(text);
    },
    setComposing(now) {
      composing = now;
    },
    press(key) {
      const { compose, state, linesOpen } = context.view();
      const screen = context.screen();
      if (state === null || screen === null || linesOpen) return;
      if (screen.kind === 'connect') {
        if (key.kind === 'enter')
          context.sayAgain(screenSentence(state, compose, screen, context.clock.now()));
      } else if (isUpToDate(compose)) act(key);
      else setCompose({ ...compose, waiting: [...compose.waiting, key] });
    },
    select,
    selectClipboard() {
      const { state, compose, linesOpen } = context.view();
      if (state === null || linesOpen || context.screen()?.kind !== 'list') return;
      if (rowsOf(state, compose).some(({ key }) => key === clipboardKey)) select(clipboardKey);
    },
  };
}
