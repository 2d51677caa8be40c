import { describe, expect, it } from 'vitest';

import { saysTwice } from '../../../electron/plivo/repeated-keys';

const twice = (json: string) => saysTwice(json, ['error', 'api_id']);

describe('an object says something twice', () => {
  it.each([
    '{"error":"no","error":""}',
    '{ "error" : "" , "a":1, "error"\r\n:\t"no"}',
    '{"error":{"error":"x"},"error":null}',
    '{"error":[{"a":1}],"b":"}","error":1}',
    '{"\\u0065rror":"no","error":""}',
    '{"api_id":"a","api_id":"a"}',
  ])('in %s', (json) => {
    expect(twice(json)).toBe(true);
  });

  it.each([
    '{}',
    '{"error":"","api_id":"x"}',
    '{"a":1,"a":2}',
    '{"error":{"error":"x","error":"y"}}',
    '{"data":[{"error":1},{"error":2}],"error":3}',
    '{"a":"error","b":"error","error":""}',
    '{"a":"\\"error\\":","error":"\\\\"}',
    '{"a":["error","error"],"error":""}',
    '{"error ":"","error":""}',
    '{"a":"x\\"","error":":","b":"error"}',
  ])('not in %s', (json) => {
    expect(JSON.parse(json)).toBeTypeOf('object');
    expect(twice(json)).toBe(false);
  });

  it('is found out of bodies as long and as deep as Baton reads them', () => {
    const deep = `${'['.repeat(10_000)}"error":`.slice(0, -1) + ']'.repeat(10_000);
    expect(twice(`{"a":${deep},"error":"","error":""}`)).toBe(true);
    expect(twice(`{"a":"${'\\"'.repeat(32_000)}","error":""}`)).toBe(false);
  });
});
