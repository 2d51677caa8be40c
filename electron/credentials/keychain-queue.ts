import { err, ok, type Result } from '../contract/result';

/** How a single call to the keychain can fail. */
export type CallError =
  | { readonly code: 'timeout' }
  | { readonly code: 'failed'; readonly cause: string };

/** Makes one call to the keychain, within the time limit. */
export type KeychainCall = <T>(call: () => Promise<T>) => Promise<Result<T, CallError>>;

interface KeychainQueue {
  /** Runs one operation after the other; an operation makes its calls one after the other. */
  run<T>(operation: (call: KeychainCall) => Promise<T>): Promise<T>;
  /**
   * Makes no further call; those to come are answered as failed. Resolves when the one under way
   * has ended, or is beyond its limit.
   */
  close(): Promise<void>;
}

/**
 * One queue for all calls to the keychain. A call that a locked keychain leaves pending holds a
 * thread of Node's pool, and four of them stop all file access: so there is never more than one,
 * and while one is pending beyond its limit every other is answered with a time-out at once.
 */
export function createKeychainQueue(limitMs: number): KeychainQueue {
  let last: Promise<unknown> = Promise.resolve();
  let overdue = false;
  let closed = false;

  const call = async <T>(start: () => Promise<T>): Promise<Result<T, CallError>> => {
    if (closed) return err({ code: 'failed', cause: 'Baton is ending' });
    if (overdue) return err({ code: 'timeout' });
    const ended = start().then(
      (value): Result<T, CallError> => ok(value),
      (error: unknown): Result<T, CallError> => {
        return err({
          code: 'failed',
          cause: error instanceof Error ? error.message : String(error),
        });
      },
    );
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<Result<T, CallError>>((resolve) => {
      timer = setTimeout(() => {
        overdue = true;
        void ended.then(() => {
          overdue = false;
        });
        resolve(err({ code: 'timeout' }));
      }, limitMs);
    });
    const first = await Promise.race([ended, limit]);
    clearTimeout(timer);
    return first;
  };

  return {
    run(operation) {
      const result = last.then(() => operation(call));
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await last;
    },
  };
}
