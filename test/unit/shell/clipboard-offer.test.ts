import { describe, expect, it } from 'vitest';

import type { Destination } from '../../../electron/contract/transfer';
import { parseAddress } from '../../../electron/directory/address';
import { countryNamer, destinationOf } from '../../../electron/directory/destinations';
import { ClipboardOffer, type ClipboardOfferParts } from '../../../electron/shell/clipboard-offer';

const countryName = countryNamer('en');

function offerOf(text: string, more: Partial<ClipboardOfferParts> = {}) {
  const asked: string[] = [];
  const offer = new ClipboardOffer({
    readText: () => {
      asked.push(text);
      return text;
    },
    wanted: () => true,
    addressIn: (held) => {
      const parsed = parseAddress(held, 'US');
      return parsed.ok ? parsed.value : null;
    },
    isEmergency: () => Promise.resolve(false),
    own: () => '+14152223333',
    known: () => [],
    unnamed: (parsed) => destinationOf(parsed, null, countryName),
    ...more,
  });
  return { offer, asked };
}

async function offered(text: string, more: Partial<ClipboardOfferParts> = {}) {
  const { offer } = offerOf(text, more);
  await offer.look();
  return offer.current();
}

const maria: Destination = {
  address: '+14155550134',
  display: '+1 415 555 0134',
  name: 'Maria Alvarez',
  note: 'Billing',
  country: 'United States',
  role: 'customer',
};

describe('the clipboard', () => {
  it('offers the number it holds, in any usual writing', async () => {
    for (const text of ['(415) 222-5555', ' +1 415 222 5555\n', 'tel:+14152225555']) {
      const found = await offered(text);
      expect(found).toMatchObject({ display: '+1 415 222 5555', country: 'United States' });
    }
  });

  it('names somebody who is known, with their own role', async () => {
    expect(await offered('415-555-0134', { known: () => [maria] })).toEqual(maria);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['words', 'see you on Monday'],
    ['an order number, of no known range', '1234567890'],
    ['an e-mail address, which is no SIP address', 'maria@example.com'],
    ['a number that is too short', '41522'],
    ['the line’s own number', '+1 415 222 3333'],
    ['a longer text than the field takes', `+14152225555${' '.repeat(1000)}x`],
  ])('offers nothing where it holds %s', async (_what, text) => {
    expect(await offered(text)).toBeNull();
  });

  it('offers a SIP address that says what it is', async () => {
    expect(await offered('sip:desk@example.com')).toMatchObject({
      address: 'sip:desk@example.com',
    });
  });

  it('offers what would be no plausible number where somebody is known by it', async () => {
    const desk = { ...maria, address: 'sip:desk@example.com', display: 'desk@example.com' };
    expect(await offered('desk@example.com', { known: () => [desk] })).toEqual(desk);
  });

  it('offers no emergency number', async () => {
    expect(await offered('+14152225555', { isEmergency: () => Promise.resolve(true) })).toBeNull();
  });

  it('is not even looked at where the setting is off', async () => {
    const { offer, asked } = offerOf('+14152225555', { wanted: () => false });
    expect(await offer.look()).toBe(false);
    expect(asked).toEqual([]);
    expect(offer.current()).toBeNull();
  });

  it('offers nothing any more as soon as the setting is switched off', async () => {
    let wanted = true;
    const { offer } = offerOf('+14152225555', { wanted: () => wanted });
    await offer.look();
    expect(offer.current()).not.toBeNull();
    wanted = false;
    expect(offer.current()).toBeNull();
  });

  it('judges by the line of the moment what is its own', async () => {
    let own = '+14152223333';
    const { offer } = offerOf('+14152225555', { own: () => own });
    await offer.look();
    own = '+14152225555';
    expect(offer.current()).toBeNull();
  });

  it('is forgotten with the closing, and looked at anew with the next opening', async () => {
    const { offer, asked } = offerOf('+14152225555');
    expect(await offer.look()).toBe(true);
    expect(await offer.look()).toBe(false);
    offer.forget();
    expect(offer.current()).toBeNull();
    expect(await offer.look()).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('offers nothing where it answers only after the closing', async () => {
    let answer = (_text: string) => {};
    const { offer } = offerOf('', {
      readText: () => new Promise((resolve) => (answer = resolve)),
    });
    const looking = offer.look();
    offer.forget();
    answer('+14152225555');
    expect(await looking).toBe(false);
    expect(offer.current()).toBeNull();
  });

  it('that can’t be read offers nothing', async () => {
    expect(
      await offered('', { readText: () => Promise.reject(new Error('no clipboard')) }),
    ).toBeNull();
  });
});
