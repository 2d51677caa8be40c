import { create } from 'zustand';

import type { ConnectionTest, ManagerRoute, ManagerState } from '../../electron/contract/manager';
import { outdatesTest } from './account/test-target';
import type { LineDraft } from './lines/line-draft';
import { settingsIndex, type SettingId } from './search/settings-index';

/** Text in a setting's field that is not (or not yet) the setting, with what is wrong with it. */
export interface FieldDraft {
  readonly text: string;
  readonly problem: string | null;
}

export type TestRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly run: number }
  | { readonly kind: 'done'; readonly result: ConnectionTest | null };

interface ManagerStore {
  /** Null until main has answered. */
  readonly state: ManagerState | null;
  readonly loadFailed: boolean;
  readonly route: ManagerRoute;
  /** The route before this one, once the window has shown another. */
  readonly left: ManagerRoute | null;
  /** The setting that the search leads to, until its control has the focus. */
  readonly goal: SettingId | null;
  /** By name of the field. Kept here, so that a look at another page loses nothing typed. */
  readonly drafts: Readonly<Record<string, FieldDraft>>;
  /** The line in the form; null: the form is closed. */
  readonly lineDraft: LineDraft | null;
  /** What the form was about, from its closing until the list has taken the focus back. */
  readonly lineFormLeft: 'new' | { readonly lineId: string } | null;
  readonly test: TestRun;
  /** What assistive technology is told next. The count makes a repeated sentence a new one. */
  readonly announcement: { readonly text: string; readonly count: number };
}

export const useManager = create<ManagerStore>(() => ({
  state: null,
  loadFailed: false,
  route: 'account',
  left: null,
  goal: null,
  drafts: {},
  lineDraft: null,
  lineFormLeft: null,
  test: { kind: 'idle' },
  announcement: { text: '', count: 0 },
}));

/** Takes over what main knows. A test result that says nothing about it any more is dropped. */
export function takeState(state: ManagerState): void {
  useManager.setState((before) => ({
    state,
    loadFailed: false,
    test:
      before.state !== null && outdatesTest(before.state, state) ? { kind: 'idle' } : before.test,
  }));
}

export function showRoute(route: ManagerRoute): void {
  useManager.setState((before) => ({
    route,
    left: before.route === route ? before.left : before.route,
  }));
}

/** Shows the page of a setting, which then gets the focus. */
export function leadTo(goal: SettingId): void {
  showRoute(settingsIndex[goal].route);
  useManager.setState({ goal });
}

export function announce(text: string): void {
  useManager.setState(({ announcement }) => ({
    announcement: { text, count: announcement.count + 1 },
  }));
}

export function keepDraft(field: string, draft: FieldDraft): void {
  useManager.setState(({ drafts }) => ({ drafts: { ...drafts, [field]: draft } }));
}

export function dropDraft(field: string): void {
  useManager.setState(({ drafts }) => {
    const { [field]: _, ...rest } = drafts;
    return { drafts: rest };
  });
}
