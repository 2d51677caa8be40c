import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { EndedAttempt } from '../../../electron/contract/transfer';
import { postmanCollection } from '../../../electron/transfer/handover-postman';
import { accepted, maria, running, trace } from './examples';

const attempt: EndedAttempt = { ...running(), ...accepted, agentWord: null };

/** What Postman's schema of Collection v2.1 asks for, as far as an item with one request goes. */
const collectionSchema = z.strictObject({
  info: z.strictObject({
    name: z.string(),
    description: z.string(),
    schema: z.literal('https://schema.getpostman.com/json/collection/v2.1.0/collection.json'),
  }),
  item: z.tuple([
    z.strictObject({
      name: z.string(),
      protocolProfileBehavior: z.record(z.string(), z.boolean()),
      request: z.strictObject({
        method: z.literal('POST'),
        url: z.string(),
        header: z.array(z.strictObject({ key: z.string(), value: z.string() })),
        auth: z.strictObject({
          type: z.literal('basic'),
          basic: z.array(
            z.strictObject({ key: z.string(), value: z.string(), type: z.literal('string') }),
          ),
        }),
        body: z
          .strictObject({
            mode: z.literal('raw'),
            raw: z.string(),
            options: z.strictObject({ raw: z.strictObject({ language: z.literal('json') }) }),
          })
          .optional(),
      }),
      response: z.tuple([]),
    }),
  ]),
  variable: z.array(
    z.strictObject({ key: z.string(), value: z.literal(''), type: z.literal('string') }),
  ),
});

const read = (text: string) => collectionSchema.parse(JSON.parse(text));

describe('the request of an attempt as a Postman item', () => {
  const made = () => read(postmanCollection(attempt, trace));

  it('is a collection with one item, named after the attempt', () => {
    const { info, item } = made();
    const [{ name }] = item;
    expect(name).toBe('Transfer to Maria Alvarez, 2025-03-04T05:06:07.890Z');
    expect(info.name).toBe(name);
    expect(info.description).toContain('attempt-1');
    const nameless = { ...attempt, destination: { ...maria, name: null } };
    expect(read(postmanCollection(nameless, trace)).item[0].name).toContain('+1 415 555 0134');
  });

  it('has address, headers and body as they were sent, and follows no redirect', () => {
    const [{ request, protocolProfileBehavior }] = made().item;
    expect(request.url).toBe(trace.request.url);
    expect(request.header).toEqual([
      { key: 'Accept', value: 'application/json' },
      { key: 'User-Agent', value: 'Baton/0.1.0' },
    ]);
    expect(request.body?.raw).toBe(trace.request.body);
    expect(protocolProfileBehavior).toEqual({ followRedirects: false, disableUrlEncoding: true });
  });

  it('leaves Auth ID and token to be filled in', () => {
    const { item, variable } = made();
    expect(item[0].request.auth.basic.map(({ key, value }) => [key, value])).toEqual([
      ['username', '{{auth_id}}'],
      ['password', '{{auth_token}}'],
    ]);
    expect(variable.map(({ key }) => key)).toEqual(['auth_id', 'auth_token']);
    const headers = { Authorization: 'Basic ZmFrZQ==', 'content-length': '9' };
    const secret = postmanCollection(attempt, {
      ...trace,
      request: { ...trace.request, headers },
    });
    expect(read(secret).item[0].request.header).toEqual([]);
  });

  it('has no body where none was sent', () => {
    const request = { ...trace.request, body: null };
    const bare = read(postmanCollection(attempt, { ...trace, request }));
    expect(bare.item[0].request.body).toBeUndefined();
  });

  it('keeps every body to the byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const text = postmanCollection(attempt, { ...trace, request: { ...trace.request, body } });
        const bytes = Buffer.from(text, 'utf8').toString('utf8');
        expect(read(bytes).item[0].request.body?.raw).toBe(body);
      }),
    );
  });
});
