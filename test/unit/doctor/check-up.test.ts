import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { checkIds, type CheckId, type CheckUp } from '../../../electron/contract/doctor';
import { finding, runCheckUp, type Task, type Turn } from '../../../electron/doctor/check-up';

const good = finding('disk-room');
const never = () => new Promise<never>(() => undefined);

function task(id: CheckId, run: (turn: Turn) => Promise<void>, limitMs = 1000): Task {
  return { checks: [id], limitMs, run };
}

function start(tasks: readonly Task[]) {
  const shown: CheckUp[] = [];
  const cancelled = new AbortController();
  const end = runCheckUp(tasks, {
    startedAt: 7,
    cancelled: cancelled.signal,
    changed: (checkUp) => shown.push(checkUp),
  });
  const last = () => shown.at(-1);
  const view = (id: CheckId) => last()?.checks.find((one) => one.id === id);
  return { shown, end, cancel: () => cancelled.abort(), view };
}

const foundOf = (checkUp: CheckUp, id: CheckId) => {
  const view = checkUp.checks.find((one) => one.id === id);
  return view?.status === 'done' ? view.finding : null;
};

describe('a check-up', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows every check from the beginning, and each finding as it comes', async () => {
    const { shown, end, view } = start([
      task('disk', ({ found }) => {
        found('disk', good);
        return Promise.resolve();
      }),
      task('clock', never),
    ]);
    expect(shown[0]?.checks.map(({ id }) => id)).toEqual(checkIds);
    expect(new Set(shown[0]?.checks.map(({ status }) => status))).toEqual(new Set(['running']));
    expect(view('disk')).toEqual({ id: 'disk', status: 'done', finding: good });
    expect(view('clock')).toEqual({ id: 'clock', status: 'running' });
    await vi.runAllTimersAsync();
    expect((await end).running).toBe(false);
    expect(shown.filter(({ running }) => !running)).toHaveLength(1);
  });

  it('makes its tasks side by side: one that hangs holds up no other', async () => {
    const { end, view } = start([
      task('keychain', never, 5000),
      task('disk', async ({ found }) => {
        await Promise.resolve();
        found('disk', good);
      }),
    ]);
    await vi.advanceTimersByTimeAsync(0);
    expect(view('disk')).toMatchObject({ status: 'done' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(foundOf(await end, 'keychain')).toEqual(finding('skipped-time'));
  });

  it('hears nothing of a task whose time is over, and tells it so', async () => {
    let late: Turn | null = null;
    const { end, view } = start([
      task('disk', async (turn) => {
        late = turn;
        await never();
      }),
    ]);
    await vi.advanceTimersByTimeAsync(1000);
    await end;
    const turn = late as Turn | null;
    expect(turn?.signal.aborted).toBe(true);
    turn?.found('disk', good);
    turn?.asks('disk', 'F5');
    expect(view('disk')).toMatchObject({ finding: { code: 'skipped-time' } });
  });

  it('ends at once when it is cancelled, and keeps what it knows', async () => {
    const { end, cancel } = start([
      task('disk', async ({ found }) => {
        found('disk', good);
        await never();
      }),
      task('shortcut', async ({ asks }) => {
        asks('shortcut', 'Control+Alt+B');
        await never();
      }),
    ]);
    cancel();
    const checkUp = await end;
    expect(foundOf(checkUp, 'disk')).toEqual(good);
    expect(foundOf(checkUp, 'shortcut')).toEqual(finding('skipped-cancelled'));
  });

  it('takes a check that fails for one that was not made, and says of what', async () => {
    const { end } = start([task('disk', () => Promise.reject(new Error('statfs: EIO')))]);
    expect(foundOf(await end, 'disk')).toEqual(
      finding('skipped-failed', { cause: 'Error: statfs: EIO' }),
    );
  });

  it('keeps the first finding of a check', async () => {
    const { end } = start([
      task('proxy', ({ found }) => {
        found('proxy', finding('proxy-desktop'));
        found('proxy', finding('proxy-none'));
        return Promise.resolve();
      }),
    ]);
    expect(foundOf(await end, 'proxy')).toEqual(finding('proxy-desktop'));
  });
});
