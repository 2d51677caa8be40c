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

describe('the token', () => {
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
