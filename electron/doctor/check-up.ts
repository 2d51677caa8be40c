import {
  checkIds,
  type CheckId,
  type CheckUp,
  type CheckView,
  type Facts,
  type Finding,
  type FindingCode,
} from '../contract/doctor';

/** What was found, in one line. */
export const finding = (code: FindingCode, facts: Facts = {}): Finding => ({ code, facts });

/** How a task tells of its checks while it runs. What comes after its end is not heard. */
export interface Turn {
  /** Aborted when the time is over or the check-up was cancelled. */
  readonly signal: AbortSignal;
  found(id: CheckId, found: Finding): void;
  /** The check goes on when the person has pressed this shortcut. */
  asks(id: CheckId, shortcut: string): void;
}

/** Checks that are made together, because one needs what the other has found. */
export interface Task {
  readonly checks: readonly CheckId[];
  /** Milliseconds. */
  readonly limitMs: number;
  readonly run: (turn: Turn) => Promise<void>;
}

interface Running {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Ends the check-up: what is not found by then is not checked. */
  readonly cancelled: AbortSignal;
  /** Called with the whole check-up at every change. */
  readonly changed: (checkUp: CheckUp) => void;
}

const longestCause = 300;

/** Why a check of a task that has ended has found nothing. */
function unfound(ended: 'cancelled' | 'time' | { readonly error: unknown } | null): Finding {
  if (ended === 'cancelled') return finding('skipped-cancelled');
  if (ended === 'time') return finding('skipped-time');
  const cause = ended === null ? 'nothing found' : String(ended.error);
  return finding('skipped-failed', { cause: cause.slice(0, longestCause) });
}

/**
 * Calls `ended` when the task has, has had its time, or was cancelled, with what is to be said of the
 * checks that have found nothing. Never rejects.
 */
async function runTask(
  { run, limitMs }: Task,
  turn: Omit<Turn, 'signal'>,
  cancelled: AbortSignal,
  ended: (rest: Finding) => void,
): Promise<void> {
  const over = new AbortController();
  const cut = new Promise<'cancelled' | 'time'>((resolve) => {
    const timer = setTimeout(() => resolve('time'), limitMs);
    const cancel = () => resolve('cancelled');
    if (cancelled.aborted) cancel();
    cancelled.addEventListener('abort', cancel, { once: true });
    over.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      cancelled.removeEventListener('abort', cancel);
    });
  });
  const worked = run({ ...turn, signal: over.signal }).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  ended(unfound(await Promise.race([worked, cut])));
  // Last, because a task that is told may still find something.
  over.abort();
}

/**
 * Makes a check-up: all tasks side by side, each within its own time (docs/behaviour.md, "Check-up").
 * Never rejects: a check that fails is one that was not made.
 */
export async function runCheckUp(tasks: readonly Task[], running: Running): Promise<CheckUp> {
  const { startedAt, cancelled, changed } = running;
  const views = new Map<CheckId, CheckView>(checkIds.map((id) => [id, { id, status: 'running' }]));
  const whole = (isRunning: boolean): CheckUp => ({
    startedAt,
    running: isRunning,
    checks: [...views.values()],
  });
  const show = (view: CheckView) => {
    views.set(view.id, view);
    changed(whole(true));
  };
  changed(whole(true));
  await Promise.all(
    tasks.map(async (task) => {
      let isOver = false;
      const isOpen = (id: CheckId) => !isOver && views.get(id)?.status !== 'done';
      const turn = {
        found: (id: CheckId, found: Finding) => {
          if (isOpen(id)) show({ id, status: 'done', finding: found });
        },
        asks: (id: CheckId, shortcut: string) => {
          if (isOpen(id)) show({ id, status: 'asking', shortcut });
        },
      };
      await runTask(task, turn, cancelled, (rest) => {
        for (const id of task.checks) turn.found(id, rest);
        isOver = true;
      });
    }),
  );
  const end = whole(false);
  changed(end);
  return end;
}
