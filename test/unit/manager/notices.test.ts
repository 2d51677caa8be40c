import { describe, expect, it } from 'vitest';

import { noticeCodes } from '../../../electron/contract/notices';
import {
  isKept,
  noticeFacts,
  noticeShortcut,
} from '../../../renderer/manager/notices/notice-facts';
import { t } from '../../../renderer/ui/texts';

describe('a notice', () => {
  it('has a title, a body and something to do for every code, whatever parameters came', () => {
    for (const code of noticeCodes) {
      for (const part of ['title', 'body', 'todo'] as const) {
        const text = t(`notices.${code}.${part}`);
        expect(text, code).not.toMatch(/[{}]/u);
        expect(text, code).not.toContain('notices.');
        expect(text.length, code).toBeGreaterThan(10);
      }
    }
  });

  it('shows what it knows, in the order of reading', () => {
    const params = { expected: 'a number', key: 'network.proxy', line: 12, column: 7, file: '/f' };
    expect(noticeFacts({ code: 'config-malformed', params })).toEqual([
      { name: 'file', value: '/f' },
      { name: 'place', line: '12', column: '7' },
      { name: 'key', value: 'network.proxy' },
      { name: 'expected', value: 'a number' },
    ]);
  });

  it('tells that there are more mistakes, where a damaged file is kept, and why a token is not', () => {
    expect(noticeFacts({ code: 'config-malformed', params: { count: 1 } })).toEqual([]);
    expect(noticeFacts({ code: 'config-malformed', params: { count: 3 } })).toEqual([
      { name: 'more', count: 3 },
    ]);
    expect(noticeFacts({ code: 'journal-set-aside', params: { aside: '/old' } })).toEqual([
      { name: 'aside', value: '/old' },
    ]);
    const params = { error: 'keychain-timeout', cause: 'slow' };
    expect(noticeFacts({ code: 'credentials-import-failed', params })).toEqual([
      { name: 'error', code: 'keychain-timeout' },
      { name: 'cause', value: 'slow' },
    ]);
  });

  it('leaves out what it does not know', () => {
    expect(noticeFacts({ code: 'config-malformed', params: {} })).toEqual([]);
    expect(noticeFacts({ code: 'config-malformed', params: { line: 3, cause: '' } })).toEqual([
      { name: 'place', line: '3', column: null },
    ]);
    expect(noticeFacts({ code: 'config-malformed', params: { column: 3 } })).toEqual([]);
  });

  it('says of a file whether an earlier content of it is still in force', () => {
    expect(isKept({ code: 'config-malformed', params: { kept: 'yes' } })).toBe(true);
    expect(isKept({ code: 'config-malformed', params: {} })).toBe(false);
    for (const code of ['config-unreadable', 'config-malformed', 'config-unsafe'] as const) {
      expect(t(`notices.${code}.bodyKept`)).toContain('the last content of it that was good');
    }
  });

  it('names the shortcut that it is about', () => {
    const params = { shortcut: 'Control+Alt+B' };
    expect(noticeShortcut({ code: 'shortcut-taken', params })).toBe('Control+Alt+B');
    expect(noticeShortcut({ code: 'shortcut-taken', params: {} })).toBeNull();
  });
});
