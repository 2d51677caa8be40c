import type { ManagerState } from '../../../electron/contract/manager';
import type { Line } from '../../../electron/contract/settings';

/** What "Test connection" would ask Plivo about. */
export type TestTarget =
  | { readonly kind: 'line'; readonly line: Line }
  /** The practice line is in use: it needs no sign-in, and Plivo does not know it. */
  | { readonly kind: 'practice' }
  | { readonly kind: 'no-line' };

type Deciding = Pick<ManagerState, 'activeLine' | 'credentials'> & {
  readonly settings: Pick<ManagerState['settings'], 'lines' | 'authId' | 'network'>;
};

export function testTarget(state: Deciding): TestTarget {
  if (state.settings.lines.length === 0) return { kind: 'no-line' };
  const line = state.settings.lines.find(({ id }) => id === state.activeLine);
  return line === undefined ? { kind: 'practice' } : { kind: 'line', line };
}

/** True where a result of the first state says nothing about the second. */
export function outdatesTest(before: Deciding, after: Deciding): boolean {
  const question = (state: Deciding) =>
    JSON.stringify([
      testTarget(state),
      state.credentials,
      state.settings.authId,
      state.settings.network,
    ]);
  return question(before) !== question(after);
}
