import type { ManagerRoute } from '../../electron/contract/manager';
import type { PopupState } from '../../electron/contract/popup';
import type { BatonBridge, PushPayload } from '../../electron/contract/schemas';
import type { AgentWord, Role } from '../../electron/contract/transfer';
import { screenSentence } from './announcements';
import { openingCopy } from './aside-copy';
import { createAttempts, type Attempts } from './attempts';
import { roleFor, target } from './choice';
import type { Clock } from './clock';
import { emptyCompose } from './compose';
import { createKiosk, inHandMs, type Kiosk } from './kiosk/kiosk';
import { createLines, type Lines } from './lines';
import { createContext, type PopupStore } from './popup-view';
import { createNotices } from './notices';
import { cancelledCopy } from './reason-copy';
import { atRest } from './resting-list';
import { isUrgent, phaseKey, screenOf, takesText, type Screen } from './screen';
import { noticeActions } from './notice-copy';
import type { FailureAction } from './start-failure';
import { createTyping, type Typing } from './typing';
import { t } from '../ui/texts';

/** Milliseconds for which a text that was not sent survives the popup's closing. */
const keptMs = 60_000;

/** Everything that components and keys can do. */
export interface Popup {
  readonly store: PopupStore;
  readonly typing: Typing;
  readonly attempts: Attempts;
  readonly lines: Lines;
  readonly kiosk: Kiosk;
  /** Loads the state and follows main; returns the function that stops it. */
  readonly connect: () => () => void;
  /** Esc, or the button that says the same. */
  readonly leave: () => void;
  /** The window lost the focus or was closed: the text is kept for a while. */
  readonly left: () => void;
  /** The window has the focus again. */
  readonly returned: () => void;
  /** The main button of the screen. */
  readonly primary: () => void;
  readonly answer: (word: AgentWord) => void;
  readonly favourite: (digit: number) => void;
  readonly switchRole: (role: Role) => void;
  /** F1: every key there is, in the place of the screen. */
  readonly toggleKeys: () => void;
  /** Tab on a row: shows the role bar; false where there is none to show. */
  readonly openRoleBar: () => boolean;
  readonly copyDetails: () => void;
  readonly act: (action: FailureAction) => void;
  readonly openManager: (route: ManagerRoute) => void;
  readonly restartPractice: () => void;
  /** The pointer moved inside, or a key was pressed: an accepted transfer stays on screen. */
  readonly touched: () => void;
  /** A key was pressed or something clicked: whoever did has read what stands there. */
  readonly acted: () => void;
}

export function createPopup(bridge: BatonBridge, clock: Clock): Popup {
  let cancelClosing = () => {};
  let cancelForgetting = () => {};
  let cancelCatchingUp = () => {};
  let leftAt: number | null = null;
  /** The newest of main's states: what is shown may be at rest behind it. */
  let latest: PopupState | null = null;

  const { store, context } = createContext(bridge, clock, closeInTime);
  const view = context.view;
  const typing = createTyping(context, (destination, role) => attempts.start(destination, role));
  const attempts = createAttempts(context, (text) => typing.type(text));
  const lines = createLines(context);
  const kiosk = createKiosk(context);

  function isKiosk(): boolean {
    return (view().state?.kiosk ?? null) !== null;
  }

  /** An accepted transfer goes from the screen by itself. */
  function closeInTime(screen: Screen | null): void {
    cancelClosing();
    const after = store.getState().state?.closeAfterMs ?? null;
    if (screen?.kind === 'accepted' && after !== null) cancelClosing = clock.after(after, leave);
  }

  /** Whether somebody looks at the list that a newer state is about to change. */
  function isInSight(newest: PopupState): boolean {
    if (context.screen()?.kind !== 'list' || screenOf(newest, null).kind !== 'list') return false;
    if (newest.kiosk === null) return !view().away;
    if (!kiosk.isInHand()) return false;
    // Nobody closes a kiosk: what is new comes when the hand is gone.
    cancelCatchingUp();
    cancelCatchingUp = clock.after(inHandMs, () => {
      if (latest !== null) receive(latest);
    });
    return true;
  }

  function receive(newest: PopupState): void {
    latest = newest;
    const { state: before, compose } = view();
    const isWatched = before !== null && isInSight(newest);
    const state = isWatched ? atRest(before, newest, compose.selected !== null) : newest;
    const { phase } = state;
    const isNews = before === null || phaseKey(before.phase) !== phaseKey(phase);
    const isCompose = phase.kind === 'compose';
    // What a popup finds that has just been loaded, nobody is told as news.
    const isSeen = before !== null && isNews && phase.kind === 'ended';
    const cancelled = isSeen ? cancelledCopy(phase.attempt, state.language) : null;
    const outdated = isCompose ? { newerText: false } : { failure: null, cancelled };
    // A kiosk's window is never closed, and nobody says that it is shown.
    const arrived = before === null && state.kiosk !== null ? { away: false } : {};
    context.change(isNews ? { state, ...outdated, ...arrived } : { state });
    if (isNews && !isCompose) attempts.followed(phase);
    const words: string[] = [];
    if (cancelled !== null) words.push(`${cancelled.title} ${cancelled.body}`);
    if (before !== null && before.line.id !== state.line.id) {
      typing.askAgain();
      words.push(t('popup.said.line', { name: state.line.name }));
    }
    // What was not found while the directory was being read may be there now. A list with rows in
    // it stays as it is.
    const isRead = before?.directory === 'reading' && state.directory !== 'reading';
    if (isRead && compose.reply?.suggestions.length === 0) typing.askAgain();
    if (words.length > 0) context.say(words.join(' '));
  }

  function forget(): void {
    context.change({ compose: emptyCompose, cut: false });
  }

  function left(): void {
    if (leftAt !== null) return;
    leftAt = clock.now();
    cancelForgetting = clock.after(keptMs, forget);
    // When the popup is next opened, nobody knows where the caller is.
    context.change({
      away: true,
      state: latest,
      cancelled: null,
      remark: null,
      linesOpen: false,
      keysOpen: false,
      focusRequest: view().focusRequest + 1,
    });
  }

  function returned(): void {
    context.change({ away: false });
    if (leftAt === null) return;
    // The timer may run late in a window that is not shown.
    if (clock.now() - leftAt >= keptMs) forget();
    cancelForgetting();
    leftAt = null;
  }

  function shown({ prefill, remark: about }: PushPayload<'popup:shown'>): void {
    returned();
    const isHeld = context.screen()?.kind === 'held';
    // Nothing is selected on opening, and no role is left over from the last time.
    if (view().compose.text === '' && !isHeld) context.change({ compose: emptyCompose });
    context.change({ state: latest, failure: null, starting: false, lineError: null });
    const { state } = view();
    const screen = context.screen();
    if (prefill !== null) {
      const newerText = screen !== null && !takesText(screen.kind);
      context.change({ compose: emptyCompose, newerText });
      typing.type(prefill);
    }
    const now = clock.now();
    const remark =
      about === undefined || state === null ? null : openingCopy(about, state.line.name);
    context.change({ remark });
    const words = remark === null ? '' : `${remark.title} ${remark.body} `;
    // A countdown is announced once, at its start.
    if (state !== null && screen !== null && !isHeld) {
      const sentence = screenSentence(state, view().compose, screen, now);
      context.sayAgain(`${words}${sentence}`, isUrgent(screen));
    }
    context.change({ screenSince: now, keysOpen: false, focusRequest: view().focusRequest + 1 });
  }

  function close(): void {
    // A kiosk's window stays: its grid is what there is to go back to.
    if (isKiosk()) return;
    void bridge.call('popup:close', null);
    left();
  }

  function leave(): void {
    const screen = context.screen();
    if (screen === null || screen.kind === 'sending') return;
    if (screen.kind === 'held' || view().starting) {
      attempts.undo();
      return;
    }
    if (screen.kind === 'notice') {
      context.change({ failure: null });
      return;
    }
    if (screen.kind === 'pin' || screen.kind === 'unlocked') {
      kiosk.back();
      return;
    }
    // An open question stays open: the popup asks again when it is next shown.
    if (screen.kind !== 'unknown' && 'attempt' in screen) void attempts.dismiss(screen.attempt);
    close();
  }

  function openManager(route: ManagerRoute): void {
    void bridge.call('manager:open', { route });
  }

  const act = createNotices(context, { attempts, lines, openManager });

  return {
    store,
    typing,
    attempts,
    lines,
    kiosk,
    left,
    returned,
    leave,
    act,
    openManager,
    connect() {
      const stops = [bridge.on('popup:state', receive), bridge.on('popup:shown', shown)];
      void bridge.call('popup:load', null).then((answer) => {
        // A state that was pushed meanwhile is the newer one.
        if (answer.ok && view().state === null) receive(answer.value);
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
    primary() {
      const screen = context.screen();
      if (screen?.kind === 'accepted') leave();
      if (screen?.kind === 'held') attempts.sendNow();
      if (screen?.kind === 'refused' || screen?.kind === 'not-sent') attempts.retry(screen.attempt);
      if (screen?.kind === 'list') typing.press({ kind: 'enter' });
      const { state } = view();
      if (screen?.kind !== 'notice' || state === null) return;
      const main = noticeActions(screen.failure.code, state).at(-1);
      if (main !== undefined) act(main);
    },
    answer(word) {
      const screen = context.screen();
      if (screen?.kind !== 'unknown' && screen?.kind !== 'accepted') return;
      const { newerText } = view();
      void attempts.answer(screen.attempt, word, () => {
        // With another transfer in hand it goes on with that one.
        if (word === 'caller-gone' && !newerText) close();
      });
    },
    favourite(digit) {
      const { state, compose } = view();
      const destination = state?.favourites[digit - 1];
      if (state === null || destination === undefined) return;
      if (context.screen()?.kind === 'list') {
        attempts.start(destination, roleFor(state, compose, destination));
      }
    },
    switchRole(role) {
      const { compose } = view();
      context.change({ compose: { ...compose, role } });
      context.say(t('popup.said.joinsAs', { role: t(`rolesInSentence.${role}`) }));
    },
    toggleKeys() {
      const { keysOpen } = view();
      context.change({ keysOpen: !keysOpen, linesOpen: false });
    },
    openRoleBar() {
      const { state, compose } = view();
      if (state === null || target(state, compose) === null) return false;
      context.change({ compose: { ...compose, roleBarOpen: true } });
      return true;
    },
    copyDetails() {
      const screen = context.screen();
      if (screen !== null && 'attempt' in screen) void attempts.copyDetails(screen.attempt);
    },
    restartPractice() {
      void bridge.call('practice:restart-call', null);
    },
    touched() {
      cancelClosing();
      if (!isKiosk()) return;
      kiosk.touched();
      // The next caller must find the grid, whoever has leant on the screen meanwhile.
      closeInTime(context.screen());
    },
    acted() {
      const { cancelled, remark } = view();
      if (cancelled !== null || remark !== null) context.change({ cancelled: null, remark: null });
    },
  };
}
