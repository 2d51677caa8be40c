import { describe, expect, it } from 'vitest';

import { configErrorNotice, configErrorText } from '../../../electron/config/config-error';
import { parseDocument } from '../../../electron/config/json-document';
import { noticeSchema } from '../../../electron/contract/notices';
import { managedFileSchema } from '../../../electron/contract/settings';

const parse = (text: string | Uint8Array) =>
  parseDocument(managedFileSchema, 'baton.json', Buffer.from(text));

/** The errors of a document, one line each; an accepted document fails the test. */
function errorsOf(text: string | Uint8Array): string[] {
  const document = parse(text);
  if (document.ok) throw new Error('the document was accepted');
  expect(noticeSchema.safeParse(configErrorNotice(document.error)).success).toBe(true);
  return configErrorText(document.error).split('\n');
}

const lineWith = (more: string) =>
  `{ "id": "a", "name": "A", "phloId": "p", "nodeId": "n", "triggerSource": "+14155550100"${more} }`;

describe('a document', () => {
  it('may have comments, trailing commas and a byte order mark', () => {
    const text = '\uFEFF// Baton\n{ "version": 1, /* all */ "defaults": { "region": "GB", }, }\n';
    expect(parse(text)).toEqual({
      ok: true,
      value: { version: 1, defaults: { region: 'GB' } },
    });
  });

  it('has its omitted values of a line filled in', () => {
    const document = parse(`{ "version": 1, "enforced": { "lines": [${lineWith('')}] } }`);
    expect(document.ok && document.value.enforced?.lines?.[0]).toMatchObject({
      role: 'agent',
      numberFormat: 'e164',
      apiBaseUrl: 'https://phlorunner.plivo.com',
    });
  });
});

describe('an error of form', () => {
  it.each([
    [
      '{\n  "version": 1\n  "defaults": {}\n}',
      'baton.json:3:3: defaults: expected a comma between two entries',
    ],
    ['{\r\n "version": 1,\r\n "defaults": {', 'baton.json:3:15: defaults: expected a closing "}"'],
    [
      '{ "version": 1, "defaults": { "region": US } }',
      'baton.json:1:41: defaults.region: expected a value: text in double quotes, a number, true, false, null, "{" or "["',
    ],
    ['', 'baton.json:1:1: expected an object: { … }'],
    ['# Baton\n', 'baton.json:1:1: expected an object: { … }'],
    ['{ "version" 1 }', 'baton.json:1:13: version: expected a colon between key and value'],
    ['{ "version": 1 } {}', 'baton.json:1:18: expected nothing after the end of the document'],
    ['{ "version": 1 }x', 'baton.json:1:17: expected nothing after the end of the document'],
    ['{ "version": 1 }\n/* all', 'baton.json:2:1: expected the end of the comment, */'],
    ['{ "version": 1 /*', 'baton.json:1:16: version: expected the end of the comment, */'],
    ['/*', 'baton.json:1:1: expected the end of the comment, */'],
    [
      '{ "version": 1, "defaults": { "theme": "dark", "theme": "light" } }',
      'baton.json:1:48: defaults.theme: expected each key only once',
    ],
  ])('in %j is given with line and column', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });

  it('in a deeply nested document does not exhaust the stack', () => {
    expect(errorsOf('['.repeat(1_000_000))).toEqual([
      'baton.json:1:33: expected at most 32 levels of nesting',
    ]);
  });

  it('names no text that may be a token, whatever is lost from the document or put into it', () => {
    const token = 'fake-token-for-tests-canary-0001';
    const whole = `{ // x\n  "version": 1,\n  "credentials": {\n    "authId": "MAFAKE0EXAMPLE0BATON", "authToken": "${token}" /* "${token}" */\n  }, // ${token}\n}\n`;
    expect(parse(whole).ok).toBe(true);
    const marks = ['', '"', ':', ',', '{', '}', '[', ']', '/', '*', '\n', '\\', '{"', '"}', '*/"'];
    const told = new Set<string>();
    for (let at = 0; at <= whole.length; at += 1) {
      for (const mark of marks) {
        for (const kept of [at, at + 1]) {
          const text = `${whole.slice(0, at)}${mark}${whole.slice(kept)}`;
          const document = parse(text);
          if (!document.ok) told.add(configErrorText(document.error));
        }
      }
    }
    expect(told.size).toBeGreaterThan(100);
    expect([...told].filter((error) => error.includes('canary'))).toEqual([]);
  });

  it('is given for bytes that are not UTF-8', () => {
    expect(errorsOf(new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual([
      'baton.json:1:1: expected a text in UTF-8',
    ]);
  });
});

describe('an error of content', () => {
  it('of an unknown key stands at the key, and names the nearest known one', () => {
    expect(errorsOf('{\n  "version": 1,\n  "defaults": { "regoin": "US" }\n}')).toEqual([
      'baton.json:3:17: defaults.regoin: expected "region", which is the nearest known key',
    ]);
  });

  it('of a key like none lists those that are known', () => {
    const [error] = errorsOf('{ "version": 1, "kiosk": { "wallpaper": 1 } }');
    expect(error).toBe(
      'baton.json:1:28: kiosk.wallpaper: expected a known key: enabled, pinHash, clearAfterSeconds, freeEntry',
    );
  });

  it('of a key in an entry of a list names the keys of that entry', () => {
    const lines = `[${lineWith('')}, ${lineWith(', "trigerSource": "x"').replace('"a"', '"b"')}]`;
    const [error] = errorsOf(`{ "version": 1, "enforced": { "lines": ${lines} } }`);
    expect(error).toContain('enforced.lines[1].trigerSource: expected "triggerSource"');
  });

  it('of a key named __proto__ is no way past the schema', () => {
    const [error] = errorsOf('{ "version": 1, "__proto__": { "defaults": {} } }');
    expect(error).toMatch(/^baton\.json:1:17: __proto__: expected a known key/);
  });

  it('of a key with characters that nobody sees is told with these escaped', () => {
    const [error] = errorsOf('{ "version": 1, "re\u202Egion\u009B2J\u200B": 1 }');
    expect(error).toContain(String.raw`["re\u202egion\u009b2J\u200b"]: expected`);
  });

  it('of very many keys is told of the first fifty, in their order, and at once', () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `"key${index}": 1`);
    const errors = errorsOf(`{ "version": 1, "enforced": {\n${keys.join(',\n')}\n} }`);
    expect(errors).toHaveLength(50);
    expect(errors[49]).toMatch(/^baton\.json:51:1: enforced\.key49: expected a known key/);
  });

  it('deep in a list gives the path to it', () => {
    const second = lineWith(', "apiBaseUrl": "http://api.example"').replace('"a"', '"b"');
    const text = `{ "version": 1, "enforced": { "lines": [\n${lineWith('')},\n${second}\n] } }`;
    const column = second.indexOf('"http://') + 1;
    expect(errorsOf(text)).toEqual([
      `baton.json:3:${column}: enforced.lines[1].apiBaseUrl: expected an https address, or http on loopback`,
    ]);
  });

  it.each([
    ['"region": 5', 'region: expected text in double quotes'],
    ['"region": "us"', 'region: expected two capital letters, such as "US"'],
    ['"holdBackSeconds": "2"', 'holdBackSeconds: expected a number'],
    ['"holdBackSeconds": 11', 'holdBackSeconds: expected at most 10'],
    ['"historyDays": 1.5', 'historyDays: expected a whole number'],
    ['"historyDays": 0', 'historyDays: expected at least 1'],
    ['"clipboardOffer": "yes"', 'clipboardOffer: expected true or false'],
    ['"theme": "pink"', 'theme: expected "system" or "light" or "dark"'],
    ['"lines": {}', 'lines: expected a list: [ … ]'],
    ['"network": []', 'network: expected an object: { … }'],
    [
      '"network": { "proxy": "ftp://x" }',
      'network.proxy: expected "system", "none" or an http(s) URL',
    ],
    [
      '"network": { "proxy": 5 }',
      'network.proxy: expected "system" or "none" or text in double quotes',
    ],
    ['"shortcut": ""', 'shortcut: expected text that is not empty'],
    [`"lines": [${lineWith('')}, ${lineWith('')}]`, 'lines: expected line ids that differ'],
  ])('of %s is said in plain words', (setting, expected) => {
    const errors = errorsOf(`{ "version": 1,\n"defaults": {\n${setting} } }`);
    const column = setting.indexOf(': ', setting.includes('"proxy"') ? 12 : 0) + 3;
    expect(errors).toEqual([`baton.json:3:${column}: defaults.${expected}`]);
  });

  it('of a missing key stands at the object that lacks it', () => {
    expect(
      errorsOf('{\n "version": 1, "defaults": { "favourites": [\n  { "name": "A" }] } }'),
    ).toEqual([
      'baton.json:3:3: defaults.favourites[0].address: expected this key, which is missing: text in double quotes',
    ]);
    expect(errorsOf('{}')).toEqual([
      'baton.json:1:1: version: expected this key, which is missing: 1',
    ]);
  });

  it('is one of all that there are, in the order of the document', () => {
    const errors = errorsOf(
      '{ "version": 2,\n"enforced": { "theme": 1 },\n"defaults": { "x": 1 } }',
    );
    expect(errors.map((error) => error.split(': ', 2).join(': '))).toEqual([
      'baton.json:1:14: version',
      'baton.json:2:24: enforced.theme',
      'baton.json:3:15: defaults.x',
    ]);
  });

  it('never repeats a value: it may be a secret', () => {
    const secret = 'fake-token-for-tests-0001';
    const document = `{ "version": "${secret}", "credentials": { "authId": "${secret}", "authToken": ["${secret}"] } }`;
    expect(errorsOf(document).join('\n')).not.toContain(secret);
  });
});
