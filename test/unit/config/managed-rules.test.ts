import { describe, expect, it } from 'vitest';

import { configErrorText } from '../../../electron/config/config-error';
import { readDocument } from '../../../electron/config/json-document';
import { managedRules } from '../../../electron/config/managed-rules';
import { managedFileSchema } from '../../../electron/contract/settings';

function errorsOf(document: unknown): string[] {
  const text = JSON.stringify(document, null, 1);
  const read = readDocument(managedFileSchema, 'c.json', Buffer.from(text), managedRules);
  return read.ok ? [] : configErrorText(read.error).split('\n');
}

const line = (id: string, triggerSource = '+14155550100') => ({
  id,
  name: id,
  phloId: 'p',
  nodeId: 'n',
  triggerSource,
});
const lines = [line('a'), line('b')];

describe('a line of the administrator', () => {
  it.each(['+14155550100', '(415) 555-0100', 'sip:agent1@phone.plivo.com', 'agent1@example.com'])(
    'may be called from %s',
    (source) => {
      expect(errorsOf({ version: 1, defaults: { lines: [line('a', source)] } })).toEqual([]);
    },
  );

  it.each(['Reception', '12', '+1 415 555 0100 ext. 4', '1-800-FLOWERS', 'sip:', '020 7946 0958'])(
    'has a fault with its place where %s is to be its own number',
    (source) => {
      const document = { version: 1, enforced: { lines: [line('a'), line('b', source)] } };
      const [error, ...others] = errorsOf(document);
      expect(others).toEqual([]);
      expect(error).toMatch(
        /^c\.json:17:22: enforced\.lines\[1\]\.triggerSource: expected a number with its country code/,
      );
      expect(error).not.toContain(source);
    },
  );

  it.each([
    { defaults: { region: 'GB', lines: [line('a', '020 7946 0958')] } },
    { defaults: { lines: [line('a', '020 7946 0958')] }, enforced: { region: 'GB' } },
    { defaults: { region: 'US' }, enforced: { region: 'GB', lines: [line('a', '020 7946 0958')] } },
  ])('is read as the region of the file writes numbers: %j', (layers) => {
    expect(errorsOf({ version: 1, ...layers })).toEqual([]);
  });
});

describe('the line in use', () => {
  it.each([
    { defaults: { lines, activeLine: 'b' } },
    { defaults: { lines }, enforced: { activeLine: 'b' } },
    { enforced: { lines, activeLine: 'b' } },
    { defaults: { activeLine: 'b' }, enforced: { lines } },
    { defaults: { lines: [line('c')], activeLine: 'c' }, enforced: { lines } },
    { defaults: { activeLine: 'practice' } },
    { enforced: { activeLine: null } },
  ])('may be one of the file, the practice line or none: %j', (layers) => {
    expect(errorsOf({ version: 1, ...layers })).toEqual([]);
  });

  it.each([
    [{ enforced: { lines, activeLine: 'c' } }, 'enforced'],
    [{ defaults: { lines, activeLine: 'c' } }, 'defaults'],
    [{ defaults: { lines: [line('c')] }, enforced: { lines, activeLine: 'c' } }, 'enforced'],
    [{ defaults: { activeLine: 'c' }, enforced: { lines } }, 'defaults'],
  ])('has a fault with its place where it names none: %j', (layers, layer) => {
    expect(errorsOf({ version: 1, ...layers })).toEqual([
      expect.stringMatching(
        new RegExp(
          String.raw`^c\.json:\d+:\d+: ${layer}\.activeLine: expected the id of a line of this file: "a", "b", "practice"$`,
        ),
      ),
    ]);
  });

  it('names none where the file has no lines', () => {
    expect(errorsOf({ version: 1, enforced: { activeLine: 'c' } })).toEqual([
      'c.json:4:17: enforced.activeLine: expected the id of a line of this file: "practice"',
    ]);
  });
});

describe('a favourite of the administrator', () => {
  it('has an address that can be called, as the region of the file writes numbers', () => {
    const favourites = ['+14155550134', 'sip:dispatch@example.com', '020 7946 0958', 'Reception'];
    const named = favourites.map((address) => ({ name: 'A', address }));
    expect(errorsOf({ version: 1, enforced: { region: 'GB', favourites: named } })).toEqual([
      expect.stringMatching(
        /^c\.json:20:16: enforced\.favourites\[3\]\.address: expected a number with its country code/,
      ),
    ]);
  });

  it('may be a number that is left out where it would be shown, such as that of the police', () => {
    const favourites = ['911', '+1911', '4711'].map((address) => ({ name: 'A', address }));
    expect(errorsOf({ version: 1, enforced: { favourites } })).toEqual([]);
  });
});

describe('a rule about destinations', () => {
  it.each([
    '+1415*',
    '+1 (900) *',
    '+14155550134',
    '*0134',
    '*',
    'sip:*@example.com',
    's*',
    '*@a.b',
  ])('may be %s', (pattern) => {
    const destinations = { allow: [pattern], deny: [pattern] };
    expect(errorsOf({ version: 1, enforced: { destinations } })).toEqual([]);
  });

  it.each(['1900*', '0044*', '900', '+1900', 'agent@example.com', 'sips:*', '+1*,+44*', 'Anna*'])(
    'has a fault with its place where it fits no address there can be: %s',
    (pattern) => {
      const destinations = { deny: ['+1900*', pattern] };
      expect(errorsOf({ version: 1, enforced: { destinations } })).toEqual([
        expect.stringMatching(
          /^c\.json:7:5: enforced\.destinations\.deny\[1\]: expected a whole address, or a pattern/,
        ),
      ]);
    },
  );
});

describe('the region', () => {
  it('is one with telephone numbers, which "UK" is not', () => {
    expect(
      errorsOf({ version: 1, defaults: { region: 'GB' }, enforced: { region: 'UK' } }),
    ).toEqual([
      'c.json:7:13: enforced.region: expected a region with telephone numbers of its own, such as "US", or "GB" for the UK',
    ]);
  });
});

describe('the shortcut', () => {
  it.each([
    ...['Control+Alt+B', 'CommandOrControl+Shift+Space', 'Super+1', 'Alt+num5', 'Ctrl+Plus'],
    ...['F9', 'Shift+F12', 'Control+-', 'Alt+PageUp', 'MediaPlayPause'],
  ])('may be %s', (shortcut) => {
    expect(errorsOf({ version: 1, enforced: { shortcut } })).toEqual([]);
  });

  it.each([
    'B',
    'Shift+B',
    'banana',
    'Control+Alt',
    'Strg+B',
    'Control++',
    'F25',
    'Control+Alt+BB',
  ])('has a fault where no system could take it, or nobody could type any more: %s', (shortcut) => {
    expect(errorsOf({ version: 1, defaults: { shortcut } })).toEqual([
      expect.stringMatching(/^c\.json:4:15: defaults\.shortcut: expected a key with Control/),
    ]);
  });
});

describe('the account', () => {
  const credentials = { authId: 'MAFAKE0EXAMPLE0BATON' };

  it('may be named twice', () => {
    expect(errorsOf({ version: 1, enforced: { authId: credentials.authId }, credentials })).toEqual(
      [],
    );
  });

  it.each(['defaults', 'enforced'])(
    'is not another one in %s: its token would be nobody’s',
    (name) => {
      const layer = { authId: 'SAFAKE0EXAMPLE0BATON' };
      expect(errorsOf({ version: 1, [name]: layer, credentials })).toEqual([
        `c.json:4:13: ${name}.authId: expected the Auth ID of "credentials", or no such key here`,
      ]);
    },
  );
});

describe('the token', () => {
  it.each(['   ', 'fake token', 'fake-token-…'])(
    'is one word that can be sent: not %j',
    (authToken) => {
      const credentials = { authId: 'MAFAKE0EXAMPLE0BATON', authToken };
      expect(errorsOf({ version: 1, credentials })).toEqual([
        'c.json:5:16: credentials.authToken: expected an Auth token: one word, without blanks in it',
      ]);
    },
  );

  it('comes one way, not two', () => {
    const credentials = {
      authId: 'MAFAKE0EXAMPLE0BATON',
      authToken: 'fake-token-for-tests-0001',
      authTokenFile: 'token',
    };
    expect(errorsOf({ version: 1, credentials })).toEqual([
      'c.json:6:20: credentials.authTokenFile: expected this key or "authToken", not both',
    ]);
  });
});

it('everything that is wrong is said, in the order of the file', () => {
  const document = {
    version: 1,
    defaults: { activeLine: 'x', lines: [line('a', 'nobody')] },
    enforced: { lines: [line('b', 'no one')] },
  };
  expect(errorsOf(document).map((error) => error.split(': ')[1])).toEqual([
    'defaults.activeLine',
    'defaults.lines[0].triggerSource',
    'enforced.lines[0].triggerSource',
  ]);
});
