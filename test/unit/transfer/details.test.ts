import { describe, expect, it } from 'vitest';

import type { EndedAttempt } from '../../../electron/contract/transfer';
import { attemptDetails } from '../../../electron/transfer/details';
import { accepted, running } from './examples';

const attempt: EndedAttempt = { ...running(), ...accepted, agentWord: null };

describe('the details that are copied for support', () => {
  it('say when, which line, to whom, how it ended, and by which version', () => {
    expect(attemptDetails(attempt, '0.1.0').split('\n')).toEqual([
      'Baton 0.1.0',
      'Time: 2025-03-04T05:06:07.890Z',
      'Line: Support line (support)',
      'To: Maria Alvarez, +14155550134',
      'Role: agent',
      'Outcome: accepted',
      'Reason: accepted',
      'HTTP status: 201',
      'api_id: 8c77b816-d621-4028-afc8-1aeab1d497a8',
      'Took: 123 ms',
      'Attempt: attempt-1',
    ]);
  });

  it("carry Plivo's words, the cause and the agent's word where there are any", () => {
    const text = attemptDetails(
      {
        ...attempt,
        outcome: 'refused',
        reason: { code: 'http-400', status: 400, plivoReason: 'to is invalid', cause: 'X' },
        agentWord: 'still-on-call',
      },
      '0.1.0',
    );
    expect(text).toContain('Plivo said: to is invalid');
    expect(text).toContain('Cause: X');
    expect(text).toContain("Agent's word: still-on-call");
  });
});
