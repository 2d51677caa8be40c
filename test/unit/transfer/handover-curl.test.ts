import { describe, expect, it } from 'vitest';

import { curlCommand } from '../../../electron/transfer/handover-curl';
import { trace } from './examples';

const { request } = trace;
const commandOf = (changes: Partial<typeof request>) =>
  curlCommand({ ...trace, request: { ...request, ...changes } });

describe('the request of an attempt as a curl command', () => {
  it('is the POST with its headers and body, and says what it does', () => {
    expect(curlCommand(trace).split('\n')).toEqual([
      '# Running this asks for the transfer again. Set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN first.',
      'curl --globoff --path-as-is \\',
      "  --request 'POST' \\",
      '  --user "${PLIVO_AUTH_ID:?}:${PLIVO_AUTH_TOKEN:?}" \\',
      "  --header 'Accept: application/json' \\",
      "  --header 'User-Agent: Baton/0.1.0' \\",
      `  --data-raw '{"action":"cold_transfer","to":"+14155550134"}' \\`,
      "  'https://phlorunner.plivo.com/v1/phlo/p/multi_party_call/n'",
    ]);
  });

  it('leaves out what carries the token and what curl counts itself', () => {
    const headers = {
      authorization: 'Basic ZmFrZQ==',
      'Content-Length': '9',
      Host: 'h',
      'X-Kept': 'k',
    };
    const command = commandOf({ headers });
    expect(command.match(/--header '.*'/g)).toEqual(["--header 'X-Kept: k'"]);
  });

  it('follows no redirect', () => {
    expect(curlCommand(trace)).not.toMatch(/-L|--location/);
  });

  it('quotes a single quote, and gives a header without value as curl wants it', () => {
    expect(commandOf({ body: `it's` })).toContain(String.raw`--data-raw 'it'\''s'`);
    expect(commandOf({ headers: { 'X-Empty': '' } })).toContain("--header 'X-Empty;'");
  });

  it('has no body where none was sent', () => {
    expect(commandOf({ body: null }).split('\n').slice(-2)).toEqual([
      "  --header 'User-Agent: Baton/0.1.0' \\",
      "  'https://phlorunner.plivo.com/v1/phlo/p/multi_party_call/n'",
    ]);
  });
});
