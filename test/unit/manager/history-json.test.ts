import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { layOutJson } from '../../../renderer/manager/history/json-text';
import { triggerSourceOf } from '../../../renderer/manager/history/trigger-source';

const textOf = (json: string) =>
  layOutJson(json)
    ?.map(({ text }) => text)
    .join('') ?? null;

describe('a JSON text for reading', () => {
  it('is laid out over lines', () => {
    expect(textOf('{"api_id":"8d41","error":"","list":[1,{"a":null}],"none":{},"no":[]}')).toBe(
      [
        '{',
        '  "api_id": "8d41",',
        '  "error": "",',
        '  "list": [',
        '    1,',
        '    {',
        '      "a": null',
        '    }',
        '  ],',
        '  "none": {},',
        '  "no": []',
        '}',
      ].join('\n'),
    );
  });

  it('says of each piece what it is', () => {
    expect(layOutJson('{"to": "+1", "n": 1e2}')?.filter(({ kind }) => kind !== 'space')).toEqual([
      { kind: 'mark', text: '{' },
      { kind: 'key', text: '"to"' },
      { kind: 'mark', text: ':' },
      { kind: 'string', text: '"+1"' },
      { kind: 'mark', text: ',' },
      { kind: 'key', text: '"n"' },
      { kind: 'mark', text: ':' },
      { kind: 'literal', text: '1e2' },
      { kind: 'mark', text: '}' },
    ]);
  });

  it('keeps every digit and every key as it was sent', () => {
    expect(textOf('{"n":1.00000000000000000001,"n":12345678901234567890}')).toBe(
      '{\n  "n": 1.00000000000000000001,\n  "n": 12345678901234567890\n}',
    );
  });

  it('changes nothing but the space between, whatever it says', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (json, spaces) => {
        const sent = JSON.stringify(JSON.parse(json), null, spaces);
        const pieces = layOutJson(sent);
        fc.pre(pieces !== null);
        const kept = (pieces ?? []).filter(({ kind }) => kind !== 'space');
        expect(kept.map(({ text }) => text).join('')).toBe(JSON.stringify(JSON.parse(json)));
        expect(JSON.stringify(JSON.parse(textOf(sent) ?? ''))).toBe(
          JSON.stringify(JSON.parse(json)),
        );
      }),
    );
  });

  it.each(['', '<html>', '{"cut": "he', `${'['.repeat(2000)}${']'.repeat(2000)}`])(
    'is shown as it is where it is none, or too deep: %j',
    (text) => {
      expect(layOutJson(text)).toBeNull();
    },
  );
});

describe('the number that a call is of', () => {
  it('is what the request says', () => {
    expect(triggerSourceOf('{"trigger_source":"+14155550100"}')).toBe('+14155550100');
  });

  it.each([null, '', 'no json', '[]', '"text"', 'null', '{}', '{"trigger_source":1}'])(
    'is not known from %j',
    (body) => {
      expect(triggerSourceOf(body)).toBeNull();
    },
  );
});
