import { describe, expect, it } from 'vitest';

import { defaultApiBaseUrl, type Line } from '../../../electron/contract/settings';
import {
  draftOf,
  emptyDraft,
  judgeDraft,
  lineIdFor,
  withLine,
} from '../../../renderer/manager/lines/line-draft';

const support: Line = {
  id: 'support',
  name: 'Support',
  phloId: 'phlo-1',
  nodeId: 'node-1',
  triggerSource: '+14155550100',
  role: 'agent',
  numberFormat: 'e164',
  apiBaseUrl: defaultApiBaseUrl,
};
const sales: Line = { ...support, id: 'sales', name: 'Sales' };
const filled = { ...draftOf(support), id: null };

describe('the id of a new line', () => {
  it('is made of its name', () => {
    expect(lineIdFor('Support line', [])).toBe('support-line');
    expect(lineIdFor('  Café (Nord)!  ', [])).toBe('cafe-nord');
  });

  it('differs from every other and from the practice line', () => {
    expect(lineIdFor('Support', ['support', 'support-2'])).toBe('support-3');
    expect(lineIdFor('Practice', [])).toBe('practice-2');
  });

  it('exists for names without a Latin letter, and stays within 64 characters', () => {
    expect(lineIdFor('サポート', [])).toBe('line');
    expect(lineIdFor('a'.repeat(100), ['a'.repeat(56)]).length).toBeLessThanOrEqual(64);
  });
});

describe('a draft of a line', () => {
  it('becomes a line, trimmed', () => {
    expect(judgeDraft({ ...filled, name: '  Support ' }, [])).toEqual({ ok: true, value: support });
  });

  it('keeps its id when an existing line is edited under another name', () => {
    const judged = judgeDraft({ ...draftOf(support), name: 'Help desk' }, [support]);
    expect(judged).toMatchObject({ ok: true, value: { id: 'support', name: 'Help desk' } });
  });

  it('says of each field what is wrong with it', () => {
    expect(judgeDraft({ ...emptyDraft, apiBaseUrl: 'http://api.example' }, [])).toEqual({
      ok: false,
      error: {
        name: 'missing',
        phloId: 'missing',
        nodeId: 'missing',
        triggerSource: 'missing',
        apiBaseUrl: 'address',
      },
    });
    expect(judgeDraft({ ...filled, name: 'x'.repeat(101), phloId: '   ' }, [])).toEqual({
      ok: false,
      error: { name: 'too-long', phloId: 'missing' },
    });
  });

  it('takes the usual address when none is given, and http only on loopback', () => {
    expect(judgeDraft({ ...filled, apiBaseUrl: ' ' }, [])).toMatchObject({
      ok: true,
      value: { apiBaseUrl: defaultApiBaseUrl },
    });
    expect(judgeDraft({ ...filled, apiBaseUrl: 'http://127.0.0.1:8080' }, []).ok).toBe(true);
    expect(judgeDraft({ ...filled, apiBaseUrl: 'ftp://127.0.0.1' }, []).ok).toBe(false);
  });

  it('is added at the end, or takes the place of its line', () => {
    expect(withLine([support], sales)).toEqual([support, sales]);
    const renamed = { ...support, name: 'Help desk' };
    expect(withLine([support, sales], renamed)).toEqual([renamed, sales]);
  });
});
