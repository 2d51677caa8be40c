import { describe, expect, it } from 'vitest';

import { evidenceOf, openNotebook } from '../../../electron/plivo/evidence';
import { answerWith, failure, now } from './evidence-examples';

const nothingReached = {
  resolved: null,
  connected: null,
  secured: null,
  handed: null,
  firstByte: null,
  complete: null,
};

describe('the evidence of a request', () => {
  it('is that nothing happened, as long as nothing is noted', () => {
    expect(evidenceOf(openNotebook(now, () => 500))).toEqual({
      startedAt: now,
      steps: nothingReached,
      socket: null,
      answer: null,
      failure: null,
      tookMs: 0,
    });
  });

  it('counts its milliseconds from the beginning, whatever the clock shows there', () => {
    let time = 500;
    const notebook = openNotebook(now, () => time);
    time = 620;
    expect(notebook.sinceStart()).toBe(120);
    expect(evidenceOf(notebook).tookMs).toBe(120);
  });

  it('holds what was noted, and does not change when more is noted afterwards', () => {
    const notebook = openNotebook(now, () => 0);
    notebook.steps.handed = 4;
    notebook.socket = 'kept';
    notebook.answer = answerWith(201, '{}');
    const evidence = evidenceOf(notebook);
    notebook.steps.complete = 9;
    notebook.failure = failure('exchange', 'ECONNRESET');
    expect(evidence).toEqual({
      startedAt: now,
      steps: { ...nothingReached, handed: 4 },
      socket: 'kept',
      answer: answerWith(201, '{}'),
      failure: null,
      tookMs: 0,
    });
  });
});
