import { createStore, type StoreApi } from 'zustand/vanilla';

import type { PopupState } from '../../electron/contract/popup';
import type { BatonBridge } from '../../electron/contract/schemas';
import type { SettingError } from '../../electron/contract/manager';
import { screenSentence } from './announcements';
import type { Clock } from './clock';
import type { AsideCopy } from './aside-copy';
import { emptyCompose, type Compose } from './compose';
import type { PinFault } from './kiosk/pin-copy';
import { isUrgent, screenKey, screenOf, type Screen } from './screen';
import type { StartFailure } from './start-failure';

/** What assistive technology is told; the count makes the same words news again. */
interface Said {
  readonly words: string;
  readonly count: number;
  /** Breaks in on what is being read out. */
  readonly urgent: boolean;
}

/** Everything the popup's components read. */
export interface PopupView {
  /** Main's truth; null until the first answer. */
  readonly state: PopupState | null;
  readonly compose: Compose;
  readonly failure: StartFailure | null;
  /** `transfer:start` was called and its phase has not been pushed yet. */
  readonly starting: boolean;
  /** The text in the field was meant for another transfer than the one on screen. */
  readonly newerText: boolean;
  /** An attempt was taken back; until the next key or press. */
  readonly cancelled: AsideCopy | null;
  /** Something is to be said of what opened the popup; until the next key or press. */
  readonly remark: AsideCopy | null;
  readonly linesOpen: boolean;
  /** The keys are shown in the place of the screen. */
  readonly keysOpen: boolean;
  readonly lineError: Exclude<SettingError['code'], 'unknown-region'> | 'internal' | null;
  /** A text longer than the field takes was cut. */
  readonly cut: boolean;
  /** Id of the attempt whose details were copied last. */
  readonly copied: string | null;
  /** Id of the attempt on which the agent's last word could not be recorded. */
  readonly unrecorded: string | null;
  /** When the present screen appeared or the popup was shown with it, epoch milliseconds. */
  readonly screenSince: number;
  readonly said: Said;
  /** The popup is not in use: closed, or another window has the focus. */
  readonly away: boolean;
  /** Rises whenever the focus is to go where the screen wants it. */
  readonly focusRequest: number;
  /** On a kiosk, the pad for the PIN was asked for. */
  readonly pinOpen: boolean;
  /** A PIN was given, and main has not said yet what it is worth. */
  readonly pinTrying: boolean;
  /** Why the last PIN did not open. */
  readonly pinFault: PinFault | null;
  /** Address that was last chosen: on a kiosk its tile is at hand again where nothing was sent. */
  readonly chosen: string | null;
}

export type PopupStore = StoreApi<PopupView>;

/** What the parts of the popup's logic share. */
export interface PopupContext {
  readonly bridge: BatonBridge;
  readonly clock: Clock;
  readonly view: () => PopupView;
  /** Changes the view, and follows the screen where that changes with it. */
  readonly change: (part: Partial<PopupView>) => void;
  readonly screen: () => Screen | null;
  /** Tells assistive technology; the same words twice are told once. */
  readonly say: (words: string) => void;
  /** Tells it again though the words are the same: the answer to a key. */
  readonly sayAgain: (words: string, urgent?: boolean) => void;
}

const initialView: PopupView = {
  state: null,
  compose: emptyCompose,
  failure: null,
  starting: false,
  newerText: false,
  cancelled: null,
  remark: null,
  linesOpen: false,
  keysOpen: false,
  lineError: null,
  cut: false,
  copied: null,
  unrecorded: null,
  screenSince: 0,
  said: { words: '', count: 0, urgent: false },
  away: true,
  focusRequest: 0,
  pinOpen: false,
  pinTrying: false,
  pinFault: null,
  chosen: null,
};

export function currentScreen({ state, failure, pinOpen }: PopupView): Screen | null {
  return state === null ? null : screenOf(state, failure, pinOpen);
}

function keyOf(view: PopupView): string | null {
  const screen = currentScreen(view);
  return screen === null ? null : screenKey(screen);
}

/** Store and shared means. `onScreen` is told of every new screen, after the view has changed. */
export function createContext(
  bridge: BatonBridge,
  clock: Clock,
  onScreen: (screen: Screen) => void,
): { readonly store: PopupStore; readonly context: PopupContext } {
  const store = createStore<PopupView>()(() => initialView);
  const view = () => store.getState();

  function change(part: Partial<PopupView>): void {
    const before = keyOf(view());
    const next = { ...view(), ...part };
    const screen = currentScreen(next);
    if (next.state === null || screen === null || screenKey(screen) === before) {
      store.setState(next);
      return;
    }
    // A transfer that Plivo accepted has used its text up.
    const compose = screen.kind === 'accepted' ? emptyCompose : next.compose;
    const now = clock.now();
    const words = screenSentence(next.state, compose, screen, now);
    store.setState({
      ...next,
      compose,
      // Whom Plivo has accepted nobody is about to be transferred to again.
      chosen: screen.kind === 'accepted' ? null : next.chosen,
      linesOpen: false,
      keysOpen: false,
      pinOpen: screen.kind === 'pin',
      pinTrying: false,
      pinFault: null,
      screenSince: now,
      said: { words, count: next.said.count + 1, urgent: isUrgent(screen) },
      focusRequest: next.focusRequest + 1,
    });
    onScreen(screen);
  }

  const context: PopupContext = {
    bridge,
    clock,
    view,
    change,
    screen: () => currentScreen(view()),
    say(words) {
      const { said } = view();
      if (said.words !== words) change({ said: { words, count: said.count + 1, urgent: false } });
    },
    sayAgain: (words, urgent = false) =>
      change({ said: { words, count: view().said.count + 1, urgent } }),
  };
  return { store, context };
}
