import { describe, expect, it } from 'vitest';

import { entry, taken } from '../../support/directory-files';

const anna = entry({ name: 'Anna', address: '+14155550134' });

describe('a JSON file', () => {
  it('gives every field of its objects', () => {
    const people = [
      {
        firstName: 'Maria',
        last_name: 'Alvarez',
        number: '+1 415 555 0134',
        mobilePhone: 14155550135,
        sip: null,
        department: 'Billing',
        company: 'Example',
        role: 'customer',
        aliases: ['refunds', 'invoices'],
        extension: 4021,
        colour: { favourite: 'red' },
      },
      { name: 'Desk', numbers: ['4155550136', '4155550137'], aliases: 'front; reception' },
    ];
    const maria = {
      name: 'Maria Alvarez',
      department: 'Billing',
      company: 'Example',
      role: 'customer' as const,
      aliases: ['refunds', 'invoices', '4021'],
    };
    const desk = { name: 'Desk', aliases: ['front', 'reception'] };
    const expected = {
      ok: true,
      value: {
        entries: [
          entry({ ...maria, address: '+14155550134' }),
          entry({ ...maria, address: '+14155550135', label: 'mobile' }),
          entry({ ...desk, address: '+14155550136' }),
          entry({ ...desk, address: '+14155550137' }),
        ],
        rejected: [],
      },
    };
    expect(taken('people.json', JSON.stringify(people))).toEqual(expected);
    expect(taken('people.json', JSON.stringify({ version: 1, entries: people }))).toEqual(expected);
  });

  it('may hold its only list by any name, beside other values', () => {
    const text = '{ "total": 1,\n "contacts": [{ "name": "Anna", "number": "+14155550134" }, 1] }';
    expect(taken('people.json', text)).toEqual({
      ok: true,
      value: { entries: [anna], rejected: [{ line: 2, text: '1', reason: 'row-unreadable' }] },
    });
    expect(taken('people.json', '{ "a": [{ "name": "Anna" }], "b": [] }')).toEqual({
      ok: false,
      error: { code: 'json-malformed', line: 1 },
    });
  });

  it('lists what is no person with its line', () => {
    const text = `{
  "tags": [{ "name": "not this" }, ["nor", "this"]],
  "entries": [
    { "name": "Anna", "number": "+14155550134" },
    "Ben", { "name": { "first": "Cleo" },
      "number": "+14155550135" },
    {},
    [[{ "name": "Dan" }], 1]
  ],
  "more": [{ "name": "Eve" }]
}`;
    expect(taken('people.json', text)).toEqual({
      ok: true,
      value: {
        entries: [anna],
        rejected: [
          { line: 5, text: '"Ben"', reason: 'row-unreadable' },
          {
            line: 5,
            text: '{ "name": { "first": "Cleo" }, "number": "+14155550135" }',
            reason: 'row-unreadable',
          },
          { line: 7, text: '{}', reason: 'no-name-and-no-address' },
          { line: 8, text: '[[{ "name": "Dan" }], 1]', reason: 'row-unreadable' },
        ],
      },
    });
  });

  it.each([
    ['[\n  { "name": "Anna" },\n  { "name": }\n]', 3],
    ['[\n{ "name": "Anna", }\n]', 2],
    ['[\n{ "name": "Anna" }\n', 3],
    ['[{ "name": "A" }\n// a comment\n]', 2],
    ['{ "people": 1 }', 1],
  ])('that is malformed is refused with the line: %j', (text, line) => {
    expect(taken('people.json', text)).toEqual({
      ok: false,
      error: { code: 'json-malformed', line },
    });
  });

  it('that nests deeper than a stack is refused, or read where it is valid', () => {
    const deep = '['.repeat(1_000_000);
    expect(taken('people.json', `[${deep}`)).toEqual({
      ok: false,
      error: { code: 'json-malformed' },
    });
    const valid = `[{"name":"Anna","number":"+14155550134"},${deep}${']'.repeat(1_000_000)}]`;
    expect(taken('people.json', valid)).toMatchObject({
      value: { entries: [anna], rejected: [{ line: 1, reason: 'row-unreadable' }] },
    });
  });

  it.each(['[]', '{ "entries": [] }'])('without people has no rows: %s', (text) => {
    expect(taken('people.json', text)).toEqual({ ok: false, error: { code: 'no-rows' } });
  });
});
