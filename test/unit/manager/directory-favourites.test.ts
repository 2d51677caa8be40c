import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { favouriteSchema, type Favourite } from '../../../electron/contract/settings';
import type { Destination } from '../../../electron/contract/transfer';
import {
  canonicalAddress,
  readableAddress,
} from '../../../renderer/manager/directory/favourites/canonical-address';
import {
  emptyDraft,
  keyed,
  movedBy,
  reordered,
  toggled,
} from '../../../renderer/manager/directory/favourites/favourites';
import { judgeFavourite } from '../../../renderer/manager/directory/favourites/judge-favourite';

const some = (...names: string[]): Favourite[] =>
  names.map((name, index) => ({ name, address: `+1415555010${index}` }));
const namesOf = (favourites: readonly Favourite[]) => favourites.map(({ name }) => name).join('');
const keysOf = (favourites: readonly Favourite[], names: string) =>
  new Set(
    keyed(favourites).flatMap(({ key, favourite }) =>
      names.includes(favourite.name) ? [key] : [],
    ),
  );

const maria: Destination = {
  address: '+14155550134',
  display: '+1 415 555 0134',
  name: 'Maria Alvarez',
  note: 'Billing',
  country: 'United States',
  role: 'customer',
};

describe('a favourite', () => {
  it('is put before or after another, alone or with others', () => {
    const list = some('A', 'B', 'C', 'D');
    const [a = '', , c = ''] = keyed(list).map(({ key }) => key);
    expect(namesOf(reordered(list, keysOf(list, 'D'), a, 'before'))).toBe('DABC');
    expect(namesOf(reordered(list, keysOf(list, 'A'), c, 'after'))).toBe('BCAD');
    expect(namesOf(reordered(list, keysOf(list, 'DB'), a, 'before'))).toBe('BDAC');
  });

  it('stays where it is when it is put before or after itself', () => {
    const list = some('A', 'B', 'C');
    expect(reordered(list, keysOf(list, 'B'), list[1]?.address ?? '', 'after')).toEqual(list);
  });

  it('moves by one, and not past the ends', () => {
    const list = some('A', 'B', 'C');
    const [a = '', , c = ''] = keyed(list).map(({ key }) => key);
    expect(namesOf(movedBy(list, a, 1))).toBe('BAC');
    expect(namesOf(movedBy(list, c, -1))).toBe('ACB');
    expect(namesOf(movedBy(list, a, -1))).toBe('ABC');
    expect(namesOf(movedBy(list, c, 1))).toBe('ABC');
  });

  it('that is gone by then moves nothing', () => {
    const list = some('A', 'B', 'C');
    const [b = ''] = keysOf(list, 'B');
    expect(namesOf(movedBy(some('A', 'C'), b, 1))).toBe('AC');
  });

  it('is never lost or doubled, however the list is put in order', () => {
    const lists = fc.array(fc.constantFrom(...some('A', 'B', 'C', 'D', 'E')), { maxLength: 8 });
    fc.assert(
      fc.property(lists, fc.nat(8), fc.nat(8), fc.boolean(), (list, from, to, before) => {
        const keys = keyed(list).map(({ key }) => key);
        const moved = new Set(keys.slice(from, from + 1));
        const after = reordered(list, moved, keys[to] ?? '', before ? 'before' : 'after');
        expect(namesOf(after).split('').sort()).toEqual(namesOf(list).split('').sort());
        expect(
          namesOf(movedBy(list, keys[from] ?? '', to - 4))
            .split('')
            .sort(),
        ).toEqual(namesOf(list).split('').sort());
        expect(new Set(keys).size).toBe(list.length);
      }),
    );
  });

  it('takes name, team and role of the directory with it, and goes by the same star', () => {
    const starred = toggled(some('A'), maria, 'US');
    expect(starred[1]).toEqual({
      name: 'Maria Alvarez',
      address: '+14155550134',
      note: 'Billing',
      role: 'customer',
    });
    expect(favouriteSchema.safeParse(starred[1]).success).toBe(true);
    expect(toggled(starred, maria, 'US')).toEqual(some('A'));
  });

  it('is known as one however its number is written in the settings', () => {
    const written = [{ name: 'Maria', address: '(415) 555-0134' }];
    expect(toggled(written, maria, 'US')).toEqual([]);
    expect(toggled(written, maria, 'GB')).toHaveLength(2);
  });

  it('without a name in the directory is called by its number', () => {
    const unnamed = { ...maria, name: null, note: null, role: null };
    expect(toggled([], unnamed, 'US')).toEqual([
      { name: '+1 415 555 0134', address: '+14155550134' },
    ]);
  });
});

describe('a favourite that is typed', () => {
  const among = { favourites: some('A'), place: null, region: 'GB' };

  it('is stored as it will be sent', () => {
    const draft = { ...emptyDraft, name: ' Priya ', address: '020 7946 0958', note: ' ' };
    expect(judgeFavourite(draft, among)).toEqual({
      ok: true,
      value: { name: 'Priya', address: '+442079460958' },
    });
    expect(
      judgeFavourite({ ...draft, address: 'priya@Phone.Plivo.com', role: 'agent' }, among),
    ).toEqual({
      ok: true,
      value: { name: 'Priya', address: 'sip:priya@phone.plivo.com', role: 'agent' },
    });
  });

  it('is told what is wrong with each field', () => {
    expect(judgeFavourite(emptyDraft, among)).toEqual({
      ok: false,
      error: { name: 'name-missing', address: 'address-missing' },
    });
    const long = 'x'.repeat(201);
    expect(judgeFavourite({ name: long, address: 'Maria', note: long, role: null }, among)).toEqual(
      {
        ok: false,
        error: { name: 'name-too-long', address: 'address-invalid', note: 'note-too-long' },
      },
    );
  });

  it('may not be one twice, but may keep its own number', () => {
    const draft = { ...emptyDraft, name: 'B', address: '+1 415 555 0100' };
    expect(judgeFavourite(draft, among)).toEqual({
      ok: false,
      error: { address: 'address-taken' },
    });
    expect(judgeFavourite(draft, { ...among, place: 0 }).ok).toBe(true);
  });
});

describe('an address by hand', () => {
  it('is none where it is too short, too long, an extension or two', () => {
    for (const text of [
      '911',
      '12345',
      '+1 415 555 0134 0134 0134',
      '555 0134 x12',
      '+1 415 555 0134, +1 415 555 0135',
      '1-800-FLOWERS',
      'sip:a b@c',
      'a@b..c',
      '',
    ]) {
      expect(canonicalAddress(text, 'US'), text).toBeNull();
    }
  });

  it('is read back as a person writes it', () => {
    expect(readableAddress('+442079460958', 'US')).toBe('+44 20 7946 0958');
    expect(readableAddress('415 555 0134', 'US')).toBe('+1 415 555 0134');
    expect(readableAddress('sip:priya@phone.plivo.com', 'US')).toBe('priya@phone.plivo.com');
    expect(readableAddress('front desk', 'US')).toBe('front desk');
  });
});
