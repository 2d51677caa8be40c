import { describe, expect, it } from 'vitest';
import { formatExchange, parseExchange } from '../../../build/practice-transfer/exchange.mjs';
import { shortcutKeys } from '../../../build/practice-transfer/shortcut-keys.mjs';

const exchange = {
  request: {
    method: 'POST',
    path: '/v1/account/x/phlo/y/',
    httpVersion: '1.1',
    headers: { Authorization: 'Basic ZmFrZTpmYWtl', 'Content-Type': 'application/json' },
    body: '{"action":"cold_transfer"}',
  },
  answer: { status: 201, headers: { 'set-cookie': ['a=1', 'b=2'] }, body: '{"api_id":"one"}' },
};

describe('the printed exchange', () => {
  it('reads as HTTP, request before answer, with no credential in it', () => {
    expect(formatExchange(exchange)).toBe(
      [
        'POST /v1/account/x/phlo/y/ HTTP/1.1',
        'Authorization: Basic ********',
        'Content-Type: application/json',
        '',
        '{"action":"cold_transfer"}',
        '',
        'HTTP/1.1 201',
        'set-cookie: a=1',
        'set-cookie: b=2',
        '',
        '{"api_id":"one"}',
      ].join('\n'),
    );
  });

  it('comes from a line of the practice line and from no other', () => {
    expect(parseExchange(`practice-line: ${JSON.stringify(exchange)}`)).toEqual(exchange);
    expect(parseExchange('baton: ready shortcut=Control+Alt+B')).toBeNull();
  });
});

describe('the keys of a shortcut', () => {
  it.each([
    ['Control+Alt+B', 'ctrl+alt+b'],
    ['CommandOrControl+Shift+F9', 'ctrl+shift+F9'],
    ['Meta+Space', 'super+space'],
  ])('%s is pressed as %s', (accelerator, keys) => {
    expect(shortcutKeys(accelerator)).toBe(keys);
  });
});
