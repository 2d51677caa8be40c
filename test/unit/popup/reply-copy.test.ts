import { describe, expect, it } from 'vitest';

import type { QueryReply } from '../../../electron/contract/popup';
import { listSentence } from '../../../renderer/popup/announcements';
import { showsRoleBar, target } from '../../../renderer/popup/choice';
import { emptyCompose, withReply, withText } from '../../../renderer/popup/compose';
import { matchCount, whyNot } from '../../../renderer/popup/reply-copy';
import { addressRowNote, addressRowTitle, rowName } from '../../../renderer/popup/row-copy';
import { rowsOf, sectionsOf, type AddressRow } from '../../../renderer/popup/rows';
import { fieldAdvice, fieldState } from '../../../renderer/popup/verdict-copy';
import { complete, harbour, idle, marcus, maria, matches } from './samples';

const composeOf = (reply: QueryReply) =>
  withReply(withText(emptyCompose, reply.text), reply, false);
const said = (reply: QueryReply, state = idle) => listSentence(state, composeOf(reply));
const plain = {
  kind: 'complete',
  destination: harbour,
  knownRange: true,
  withinText: false,
  refusal: null,
} as const;
const near = {
  destination: maria,
  differs: [[14, 15]],
  warn: true,
} satisfies QueryReply['lookAlikes'][number];

describe('what is read back of a typed address', () => {
  it('is whose it is, where, and as what they join', () => {
    expect(said(complete('+442079460958'))).toBe(
      'Complete number, United Kingdom. Joins as agent.',
    );
    const known = complete('4155550134', { verdict: { ...plain, destination: maria } });
    expect(said(known)).toBe('Complete number, Maria Alvarez, United States. Joins as agent.');
    const sip = { ...harbour, address: 'sip:desk@example.com', country: null, name: 'Front desk' };
    expect(
      said(complete('sip:desk@example.com', { verdict: { ...plain, destination: sip } })),
    ).toBe('Complete address, Front desk. Joins as agent.');
  });

  it('says the number where it was found in a longer text', () => {
    const verdict = { ...plain, destination: maria, withinText: true } as const;
    const text = 'call Maria on (415) 555-0134 please';
    const reply = complete(text, { verdict });
    expect(said(reply)).toBe(
      'Found in the text: +1 415 555 0134, Maria Alvarez, United States. Joins as agent.',
    );
    const row = rowsOf(idle, composeOf(reply))[0];
    if (row?.kind !== 'address') throw new Error('There is no row for the address');
    expect(addressRowTitle(row)).toBe('Transfer to +1 415 555 0134');
    expect(rowName(row, idle, 0)).toBe(
      'Transfer to +1 415 555 0134, United States, Maria Alvarez, Billing. Found in the text you pasted',
    );
  });

  it('repeats the number in its row where the field writes it otherwise', () => {
    const title = (text: string, destination = maria) => {
      const reply = complete(text, { verdict: { ...plain, destination } });
      const row = rowsOf(idle, composeOf(reply))[0];
      return row?.kind === 'address' ? addressRowTitle(row) : null;
    };
    expect(title('+1 415 555 0134')).toBe('Transfer to this number');
    expect(title('(415) 555-0134')).toBe('Transfer to +1 415 555 0134');
  });

  it('mentions a range that is not known', () => {
    expect(said(complete('+15555550134', { verdict: { ...plain, knownRange: false } }))).toContain(
      'Not a known number range.',
    );
  });

  it('warns where it is nearly the number of somebody known, in the row and in words', () => {
    const reply = complete('+14155550135', { lookAlikes: [near] });
    const warning = 'Warning. Nearly the number of Maria Alvarez. Check the digits.';
    expect(said(reply)).toContain(warning);
    const row = rowsOf(idle, composeOf(reply))[0];
    expect(row === undefined ? '' : rowName(row, idle, 0)).toContain(warning);
    expect(row).toMatchObject({ kind: 'address', nearly: maria });
  });

  it('does not warn of one that is further away', () => {
    const reply = complete('+14155550175', { lookAlikes: [{ ...near, warn: false }] });
    expect(said(reply)).not.toContain('Warning');
    expect(rowsOf(idle, composeOf(reply))[0]).toMatchObject({ nearly: null });
  });
});

describe('what looks like a typed address', () => {
  it('is listed below it with the digits that differ, and once', () => {
    const lookAlikes = [near, { destination: marcus, differs: [], warn: false }];
    const suggestions = matches('x', maria, harbour).suggestions;
    const sections = sectionsOf(
      idle,
      composeOf(complete('+442079460958', { lookAlikes, suggestions })),
    );
    expect(sections.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['address', 1],
      ['look-alikes', 2],
    ]);
    expect(sections[1]?.rows[0]).toMatchObject({ kind: 'look-alike', differs: [[14, 15]] });
  });
});

describe('an address that a check refuses', () => {
  const words = {
    'own-address': 'It is your own number.',
    denied: 'Your administrator does not allow it.',
    'not-allowed': 'Your administrator does not allow it.',
    'not-in-directory': 'Your administrator allows only people in your directory and favourites.',
  } as const;

  it.each(['own-address', 'denied', 'not-allowed', 'not-in-directory'] as const)(
    'says so while it is typed, and can be chosen by no means: %s',
    (refusal) => {
      const verdict = { ...plain, refusal };
      const compose = composeOf(complete('+442079460958', { verdict }));
      expect(fieldState(verdict)?.good).toBe(false);
      expect(fieldAdvice(verdict)).toBe(
        `Baton does not transfer to this number. ${words[refusal]}`,
      );
      expect(whyNot(idle, compose)).toContain(words[refusal]);
      expect(sectionsOf(idle, compose)).toEqual([]);
      expect(target(idle, compose)).toBeNull();
      expect(showsRoleBar(idle, compose)).toBe(false);
    },
  );
});

describe('how many match', () => {
  it('is all of them, though the list shows the first fifty', () => {
    const reply = { ...matches('ma', maria, marcus), matches: 1204 };
    expect(said(reply)).toBe('1,204 matches.');
    expect(sectionsOf(idle, composeOf(reply))[0]?.total).toBe(1204);
  });

  it('is said of part of a number as well', () => {
    const reply = { ...matches('0134', maria), verdict: { kind: 'too-short' } as const };
    expect(said(reply)).toBe('Too short. Digits are missing. Add the rest of the number. 1 match.');
    expect(said({ ...reply, suggestions: [], matches: 0 })).toBe(
      'Too short. Digits are missing. Add the rest of the number.',
    );
  });

  it('is counted and written as the language does', () => {
    expect(matchCount(1, 'en')).toBe('1 match');
    expect(matchCount(7, 'en')).toBe('7 matches');
    expect(matchCount(100_000, 'de')).toContain('100.000');
  });

  it('leaves out who stands elsewhere in the list', () => {
    const reply = complete('+44 20 7946 0958', {
      suggestions: matches('x', harbour, maria).suggestions,
      matches: 60,
    });
    const directory = sectionsOf(idle, composeOf(reply)).find(({ id }) => id === 'directory');
    expect(directory).toMatchObject({ total: 59 });
  });

  it('is nobody: what would help then', () => {
    expect(said(matches('mariana v'))).toBe(
      'No match for mariana v. Type a full number or SIP address.',
    );
    expect(said(matches('mariana v'), { ...idle, directory: 'empty' })).toBe(
      'No match for mariana v. Your directory is empty. Type a number, or add people in Settings.',
    );
  });
});

describe('the row of a typed address', () => {
  it('starts its note with a capital whatever is known', () => {
    const row: AddressRow = {
      kind: 'address',
      key: 'address',
      destination: { ...harbour, country: null },
      knownRange: true,
      withinText: false,
      inField: true,
      nearly: null,
    };
    expect(addressRowNote(row)).toBe('Not in your directory');
  });
});
