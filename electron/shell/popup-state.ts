import type { CredentialState } from '../contract/credentials';
import type { KioskView } from '../contract/kiosk';
import type { Language } from '../contract/languages';
import type { LineView, PopupState, PracticeCall, Recent } from '../contract/popup';
import type { Settings } from '../contract/settings';
import type { Destination, Phase } from '../contract/transfer';
import { shortcutLabel } from './accelerator';

export interface PopupFacts {
  readonly settings: Settings;
  readonly phase: Phase;
  readonly line: LineView;
  readonly lines: readonly LineView[];
  readonly fixedLine: string | null;
  readonly favourites: readonly Destination[];
  readonly recents: readonly Recent[];
  /** The practice call, where the line in use is the practice line. */
  readonly practice: PracticeCall | null;
  readonly credentials: CredentialState;
  /** The accelerator that is registered, or null. */
  readonly registered: string | null;
  readonly translucent: boolean;
  readonly platform: PopupState['platform'];
  readonly language: Language;
  readonly clipboard: Destination | null;
  readonly directory: PopupState['directory'];
  readonly kiosk: KioskView | null;
}

/** Everything the popup shows, of one moment. */
export function popupState(facts: PopupFacts): PopupState {
  const { settings, registered, platform } = facts;
  return {
    phase: facts.phase,
    line: facts.line,
    lines: [...facts.lines],
    fixedLine: facts.fixedLine,
    favourites: [...facts.favourites],
    recents: [...facts.recents],
    practice: facts.practice,
    clipboard: facts.clipboard,
    directory: facts.directory,
    credentials: facts.credentials,
    closeAfterMs: settings.closeAfterMs,
    theme: settings.theme,
    language: facts.language,
    shortcut: registered === null ? null : shortcutLabel(registered, platform),
    translucent: facts.translucent,
    platform,
    kiosk: facts.kiosk,
  };
}
