import { describe, expect, it } from 'vitest';

import {
  judgeCaFile,
  judgeProxyAddress,
  judgeSeconds,
  proxyModeOf,
  secondsText,
} from '../../../renderer/manager/account/network-draft';

describe('the proxy', () => {
  it('is the system, none, or an address', () => {
    expect(proxyModeOf('system')).toBe('system');
    expect(proxyModeOf('none')).toBe('none');
    expect(proxyModeOf('http://proxy.example:3128')).toBe('address');
  });

  it('takes an http or https address and nothing else', () => {
    expect(judgeProxyAddress(' http://proxy.example:3128 ')).toEqual({
      ok: true,
      value: 'http://proxy.example:3128',
    });
    for (const text of ['', 'proxy.example:3128', 'socks5://proxy.example', 'system', 'none']) {
      expect(judgeProxyAddress(text).ok, text).toBe(false);
    }
  });
});

describe('the CA file', () => {
  it('is a path, or none when the field is empty', () => {
    expect(judgeCaFile(' /etc/ssl/office.pem ')).toEqual({
      ok: true,
      value: '/etc/ssl/office.pem',
    });
    expect(judgeCaFile('  ')).toEqual({ ok: true, value: null });
    expect(judgeCaFile('/'.repeat(4097)).ok).toBe(false);
  });
});

describe('a time limit', () => {
  it('is typed in seconds, with a point or a comma', () => {
    expect(judgeSeconds('2.5', 'connectTimeoutMs')).toEqual({ ok: true, value: 2500 });
    expect(judgeSeconds(' 0,25 ', 'totalTimeoutMs')).toEqual({ ok: true, value: 250 });
    expect(secondsText(2500)).toBe('2.5');
    expect(secondsText(3000)).toBe('3');
  });

  it('keeps the bounds of the settings', () => {
    expect(judgeSeconds('60', 'connectTimeoutMs').ok).toBe(true);
    expect(judgeSeconds('61', 'connectTimeoutMs').ok).toBe(false);
    expect(judgeSeconds('61', 'totalTimeoutMs').ok).toBe(true);
    for (const text of ['', '0', '-1', '1e3', 'soon', '0x10']) {
      expect(judgeSeconds(text, 'totalTimeoutMs').ok, text).toBe(false);
    }
  });
});
