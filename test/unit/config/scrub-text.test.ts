import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseJsonTree } from '../../../electron/config/json-tree';
import { withoutAuthToken } from '../../../electron/config/scrub-text';

const token = 'fake-token-for-tests-0001';

describe('a text without its token', () => {
  it.each([
    [
      'in the middle, with comments around it',
      `{
  // Baton, all desks
  "version": 1,
  "credentials": {
    "authId": "MAFAKE0EXAMPLE0BATON", // the main account
    "authToken": "${token}", /* from the console */
    // not used: "authTokenFile": "/run/token"
  },
  "kiosk": { "enabled": true }
}
`,
      `{
  // Baton, all desks
  "version": 1,
  "credentials": {
    "authId": "MAFAKE0EXAMPLE0BATON", // the main account
    /* from the console */
    // not used: "authTokenFile": "/run/token"
  },
  "kiosk": { "enabled": true }
}
`,
    ],
    [
      'at the end, where no comma may stay behind',
      `{ "version": 1,\n  "credentials": {\n    "authId": "MA" /* ours */,\n    "authToken": "${token}"\n  } }`,
      `{ "version": 1,\n  "credentials": {\n    "authId": "MA" /* ours */\n  } }`,
    ],
    [
      'on one line',
      `{"version":1,"credentials":{"authId":"MA","authToken":"${token}"}}`,
      `{"version":1,"credentials":{"authId":"MA"}}`,
    ],
    [
      'on one line, before another key',
      `{ "credentials": { "authToken": "${token}", "authId": "MA" }, "version": 1 }`,
      `{ "credentials": { "authId": "MA" }, "version": 1 }`,
    ],
    [
      'with the line ends of Windows',
      `{\r\n  "credentials": {\r\n    "authToken": "${token}",\r\n    "authId": "MA"\r\n  }\r\n}\r\n`,
      `{\r\n  "credentials": {\r\n    "authId": "MA"\r\n  }\r\n}\r\n`,
    ],
    [
      'alone among the credentials',
      `{ "credentials": { "authToken": "${token}" } }`,
      `{ "credentials": { } }`,
    ],
    [
      'written with escapes',
      String.raw`{ "credentials": { "authId": "MA", "authToken": "\u0066ake-token\u002dfor-tests" } }`,
      '{ "credentials": { "authId": "MA" } }',
    ],
    [
      'kept in a comment, too',
      `{ // was ${token}\n "credentials": { /* "authToken": "${token}" */\n "authToken": "${token}" } }`,
      `{ // was (removed)\n "credentials": { /* "authToken": "(removed)" */\n } }`,
    ],
    [
      'with a comment between value and comma',
      `{ "credentials": { "authToken": "${token}" /* old */, "authId": "MA" } }`,
      `{ "credentials": { /* old */ "authId": "MA" } }`,
    ],
  ])('%s', (_, text, scrubbed) => {
    expect(withoutAuthToken(text)).toBe(scrubbed);
  });

  it('leaves words of comments alone that only look like a short token', () => {
    const text = '{ // a cat\n "credentials": { "authToken": "cat" } }';
    expect(withoutAuthToken(text)).toBe('{ // a cat\n "credentials": { } }');
  });

  it.each([
    ['has no token', '{ "version": 1, "credentials": { "authId": "MA" } }'],
    ['is no JSON', `{ "credentials": { "authToken": "${token}"`],
    ['has it elsewhere', `{ "authToken": "${token}" }`],
    ['is a list', `[{ "credentials": { "authToken": "${token}" } }]`],
  ])('is not made of one that %s', (_, text) => {
    expect(withoutAuthToken(text)).toBeNull();
  });

  it('has everything else as it was, wherever the token and the comments stand', () => {
    const gap = fc.constantFrom('', ' ', '\n', '\r\n  ', ' // note\n', '/* , */', '\t/* "} */ ');
    const entry = fc.tuple(gap, fc.constantFrom('authId', 'authTokenFile', 'x'), gap, gap, gap);
    const document = fc.tuple(
      fc.uniqueArray(entry, { selector: ([, key]) => key, maxLength: 3 }),
      fc.nat(3),
      fc.tuple(gap, gap, gap, gap),
      fc.boolean(),
    );
    fc.assert(
      fc.property(document, ([entries, place, [a, b, c, d], trailing]) => {
        const own = `${a}"authToken"${b}:${c}"${token}"${d}`;
        const others = entries.map(([p, key, q, r, s]) => `${p}"${key}"${q}:${r}"v,}"${s}`);
        const at = Math.min(place, others.length);
        const all = [...others.slice(0, at), own, ...others.slice(at)].join(',');
        const text = `{ "version": 1, "credentials": {${all}${trailing ? ',' : ''}} }`;
        const scrubbed = withoutAuthToken(text);
        if (scrubbed === null) throw new Error(`not scrubbed: ${text}`);
        expect(scrubbed).not.toContain(token);
        const tree = parseJsonTree(scrubbed);
        expect(tree.ok && tree.value.value).toEqual({
          version: 1,
          credentials: Object.fromEntries(entries.map(([, key]) => [key, 'v,}'])),
        });
        const comments = (part: string) => part.match(/note|\/\* , \*\/|"\} \*\//g) ?? [];
        expect(comments(scrubbed)).toEqual(comments(text));
      }),
      { numRuns: 2000, seed: 5 },
    );
  });
});
