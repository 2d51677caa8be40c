import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { emptyHash, hashOf } from '../../../electron/transfer/journal-chain';

const row = {
  seq: 7,
  at: 1_741_064_767_890,
  kind: 'word',
  attempt_id: 'é"1',
  body: '{"word":"x"}',
};

describe('the hash of an entry', () => {
  it('is SHA-256 over the hash before and the entry as JSON, so that anybody can compute it', () => {
    const bytes = `${emptyHash}[7,1741064767890,"word","é\\"1","{\\"word\\":\\"x\\"}"]`;
    expect(hashOf(emptyHash, row)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it.each([
    { seq: 8 },
    { at: 0 },
    { kind: 'outcome' },
    { attempt_id: null },
    { attempt_id: 'null' },
    { body: '{"word":"y"}' },
  ])('changes with %j', (change) => {
    expect(hashOf(emptyHash, { ...row, ...change })).not.toBe(hashOf(emptyHash, row));
  });

  it('changes with the entry before', () => {
    expect(hashOf('1'.repeat(64), row)).not.toBe(hashOf(emptyHash, row));
  });

  it('starts from 64 zeros', () => {
    expect(emptyHash).toBe('0'.repeat(64));
  });
});
