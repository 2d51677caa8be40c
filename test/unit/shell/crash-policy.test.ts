import { describe, expect, it } from 'vitest';

import { answerCrash, noCrashes, retried } from '../../../electron/shell/crash-policy';

/** What is answered to crashes at these seconds. */
function answers(seconds: readonly number[]): string[] {
  let history = noCrashes;
  return seconds.map((second) => {
    const answered = answerCrash(history, second * 1000);
    history = answered.history;
    const { answer } = answered;
    return answer.kind === 'reload' ? `reload in ${answer.afterMs}` : 'halt';
  });
}

describe('a page that crashes', () => {
  it('is loaded again at once, and then a little later each time', () => {
    expect(answers([0, 1, 2, 3])).toEqual([
      'reload in 0',
      'reload in 500',
      'reload in 1000',
      'reload in 2000',
    ]);
  });

  it('is given up at the fifth crash within a minute', () => {
    expect(answers([0, 10, 20, 30, 59]).at(-1)).toBe('halt');
    expect(answers([0, 10, 20, 30, 60]).at(-1)).toBe('reload in 2000');
  });

  it('that crashes now and then is loaded again for ever', () => {
    const hourly = Array.from({ length: 1000 }, (_, hour) => hour * 3600);
    expect(new Set(answers(hourly))).toEqual(new Set(['reload in 0']));
  });

  it('is tried again a minute later, and given up at its first crash then', () => {
    let { history, answer } = answerCrash(noCrashes, 0);
    for (const second of [1, 2, 3, 4]) {
      ({ history, answer } = answerCrash(history, second * 1000));
    }
    expect(answer).toEqual({ kind: 'halt', retryAfterMs: 60_000 });
    history = retried(history, 64_000);
    ({ history, answer } = answerCrash(history, 70_000));
    expect(answer).toEqual({ kind: 'halt', retryAfterMs: 60_000 });
    // It held for an hour this time.
    history = retried(history, 130_000);
    expect(answerCrash(history, 3_730_000).answer).toEqual({ kind: 'reload', afterMs: 0 });
  });

  it('leaves behind no list that grows', () => {
    let history = noCrashes;
    for (let time = 0; time < 1000; time += 1) ({ history } = answerCrash(history, time));
    expect(history.at.length).toBeLessThanOrEqual(5);
  });
});
