import { err, type Result } from '../contract/result';
import { failureCodes, type Failure, type FailureStage } from './evidence';

/**
 * The result of a step of an opening, or a failure at that stage as soon as the signal ends the
 * opening: a lookup, a proxy script or a file on a dead network drive may never come back, and the
 * time limits count all the same.
 */
export function untilAborted<T>(
  step: Promise<Result<T, Failure>>,
  signal: AbortSignal,
  stage: FailureStage,
): Promise<Result<T, Failure>> {
  const cut = err({ stage, code: failureCodes.cut, proxyStatus: null });
  if (signal.aborted) return Promise.resolve(cut);
  return new Promise((resolve, reject) => {
    const abort = () => resolve(cut);
    signal.addEventListener('abort', abort, { once: true });
    const settled = step.then(resolve, reject);
    void settled.finally(() => signal.removeEventListener('abort', abort));
  });
}
