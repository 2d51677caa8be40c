import { describe, expect, it } from 'vitest';

import { err } from '../../../electron/contract/result';
import { kioskAdvice } from '../../../renderer/popup/reason-copy';
import { settled } from './fake-main';
import { openPopup } from './open-popup';
import {
  complete,
  ended,
  harbour,
  held,
  idle,
  kiosk,
  marcus,
  maria,
  sending,
  unknownPhase,
} from './samples';

const typing = {
  ...kiosk,
  kiosk: { freeEntry: true, lock: 'locked', waitUntil: null, journal: 'kept' },
} as const;
const unknown = { ...kiosk, phase: unknownPhase };

describe('a kiosk', () => {
  it('starts the transfer to a tile with its own role, else with that of the line', async () => {
    const customer = { ...marcus, role: 'customer' } as const;
    const { main, popup } = await openPopup({ ...kiosk, favourites: [maria, customer] });
    popup.favourite(2);
    await settled();
    expect(main.requests('transfer:start')).toEqual([
      { address: marcus.address, role: 'customer', lineId: 'support' },
    ]);
  });

  it('starts one transfer, however often the tile is pressed', async () => {
    const { main, popup } = await openPopup(kiosk);
    popup.favourite(1);
    popup.favourite(1);
    popup.favourite(2);
    await settled();
    expect(main.requests('transfer:start')).toHaveLength(1);
  });

  it('says how many there are to choose from, and how', async () => {
    const { view } = await openPopup(kiosk);
    expect(view().said.words).toBe('2 destinations. Press a number to transfer.');
    const free = await openPopup(typing);
    expect(free.view().said.words).toBe(
      '2 destinations. Press Alt and a number, or type a name or a number.',
    );
    const nobody = await openPopup({ ...kiosk, favourites: [] });
    expect(nobody.view().said.words).toBe(
      'There is nobody to transfer to yet. Your administrator has not set up any destinations.',
    );
  });

  it.each([
    ['unavailable', 'No call can be moved now.'],
    ['set-aside', 'The journal could not be read.'],
  ] as const)('says first of all where its journal is %s', async (journal, words) => {
    const { view } = await openPopup({ ...kiosk, kiosk: { ...typing.kiosk, journal } });
    expect(view().said.words).toMatch(words);
    expect(view().said.words).toMatch(/2 destinations\./u);
  });

  it('leads nobody to the disk, which only the administrator can free', () => {
    expect(kioskAdvice({ code: 'journal' })).toBe(
      'Transfer from your phone, and tell your administrator that the disk may be full.',
    );
  });

  it('never closes its window', async () => {
    const { main, popup, clock, screen } = await openPopup(kiosk);
    popup.leave();
    for (const phase of [
      ended(),
      ended({ outcome: 'accepted', reason: { code: 'accepted' } }),
      unknown.phase,
      sending,
    ]) {
      main.push('popup:state', { ...kiosk, phase });
      popup.leave();
    }
    clock.advance(600_000);
    expect(screen()).toBe('sending');
    expect(main.requests('popup:close')).toEqual([]);
  });

  it('goes back to the grid from a result, with the tile at hand and nothing typed', async () => {
    const { main, popup, view, screen } = await openPopup(kiosk);
    popup.favourite(2);
    main.push('popup:state', { ...kiosk, phase: ended({ destination: marcus }) });
    popup.leave();
    await settled();
    expect(main.requests('transfer:dismiss')).toEqual([{ attemptId: 'attempt-1' }]);
    main.push('popup:state', kiosk);
    expect(screen()).toBe('list');
    expect(view().chosen).toBe(marcus.address);
    expect(view().compose.text).toBe('');
  });

  it('keeps a typed number at hand in its field, and a tile out of it', async () => {
    const { main, popup, view } = await openPopup(typing);
    main.push('popup:state', { ...typing, phase: ended({ destination: harbour }) });
    popup.leave();
    expect(view().compose.text).toBe(harbour.display);
    const tile = await openPopup(typing);
    tile.main.push('popup:state', { ...typing, phase: ended({ destination: maria }) });
    tile.popup.leave();
    expect(tile.view().compose.text).toBe('');
  });

  it('types nothing where nothing can be typed, whoever was asked about', async () => {
    const { main, popup, view } = await openPopup(kiosk);
    main.push('popup:state', unknown);
    popup.answer('still-on-call');
    await settled();
    expect(view().compose.text).toBe('');
    expect(view().chosen).toBe(maria.address);
  });

  it('has nobody at hand whom the caller has gone to', async () => {
    const { main, popup, view } = await openPopup(kiosk);
    popup.favourite(1);
    main.push('popup:state', unknown);
    popup.answer('caller-gone');
    await settled();
    expect(view().chosen).toBeNull();
    popup.favourite(1);
    main.push('popup:state', {
      ...kiosk,
      phase: ended({ id: 'attempt-2', outcome: 'accepted', reason: { code: 'accepted' } }),
    });
    expect(view().chosen).toBeNull();
  });

  it('does not leave a question without an answer', async () => {
    const { main, popup, screen } = await openPopup(unknown);
    popup.leave();
    expect(screen()).toBe('unknown');
    expect(main.requests('transfer:dismiss')).toEqual([]);
  });

  it('undoes with Esc, and has the tile at hand', async () => {
    const { main, popup, view } = await openPopup(kiosk);
    popup.favourite(1);
    main.push('popup:state', { ...kiosk, phase: held });
    popup.leave();
    expect(main.requests('transfer:undo')).toEqual([{ attemptId: 'attempt-1' }]);
    main.push('popup:state', {
      ...kiosk,
      phase: ended({ outcome: 'cancelled', reason: { code: 'undone' } }),
    });
    expect(view().chosen).toBe(maria.address);
  });
});

describe('an accepted transfer at a kiosk', () => {
  const accepted = {
    ...kiosk,
    phase: ended({ outcome: 'accepted', reason: { code: 'accepted' } }),
  };

  it('goes from the screen by itself, and later where somebody touches it', async () => {
    const { main, popup, clock } = await openPopup(kiosk);
    main.push('popup:state', accepted);
    clock.advance(1500);
    popup.touched();
    clock.advance(1500);
    expect(main.requests('transfer:dismiss')).toEqual([]);
    clock.advance(500);
    expect(main.requests('transfer:dismiss')).toEqual([{ attemptId: 'attempt-1' }]);
  });

  it('stays until Done where it is set so', async () => {
    const { main, popup, clock } = await openPopup({ ...kiosk, closeAfterMs: null });
    main.push('popup:state', { ...accepted, closeAfterMs: null });
    popup.touched();
    clock.advance(600_000);
    expect(main.requests('transfer:dismiss')).toEqual([]);
    popup.primary();
    expect(main.requests('transfer:dismiss')).toEqual([{ attemptId: 'attempt-1' }]);
  });
});

describe('the tiles at rest', () => {
  const turned = { ...kiosk, favourites: [marcus, maria] };

  it('change at once where nobody is there', async () => {
    const { main, view } = await openPopup(kiosk);
    main.push('popup:state', turned);
    expect(view().state?.favourites).toEqual(turned.favourites);
  });

  it('stay under somebody’s fingers, and change when the hand is gone', async () => {
    const { main, popup, view } = await openPopup(kiosk);
    popup.touched();
    main.push('popup:state', turned);
    expect(view().state?.favourites).toEqual(kiosk.favourites);
    popup.favourite(1);
    expect(main.requests('transfer:start')).toMatchObject([{ address: maria.address }]);

    const other = await openPopup(kiosk);
    other.popup.touched();
    other.main.push('popup:state', turned);
    other.clock.advance(5000);
    expect(other.view().state?.favourites).toEqual(turned.favourites);
  });
});

describe('main', () => {
  it('is told that somebody is there, at most once a second', async () => {
    const { main, popup, clock } = await openPopup(kiosk);
    for (let touch = 0; touch < 30; touch += 1) {
      popup.touched();
      clock.advance(100);
    }
    expect(main.requests('kiosk:touched')).toHaveLength(3);
  });

  it('is told nothing of it by the popup', async () => {
    const { main, popup } = await openPopup(idle);
    popup.touched();
    expect(main.requests('kiosk:touched')).toEqual([]);
  });
});

describe('what leads to the settings', () => {
  it.each(['credentials-locked', 'credentials-unavailable', 'credentials-file'] as const)(
    'is for the administrator at a kiosk (%s)',
    async (code) => {
      const { main, popup, view, screen } = await openPopup(kiosk, {
        'transfer:start': () => err({ code }),
      });
      popup.favourite(1);
      await settled();
      expect(screen()).toBe('notice');
      expect(view().said.words).toContain('Ask your administrator.');
      popup.act('back');
      expect(screen()).toBe('list');
      expect(main.requests('manager:open')).toEqual([]);
    },
  );

  it('is the way back, where there is nothing else to do', async () => {
    const { main, popup, screen } = await openPopup(kiosk, {
      'transfer:start': () => err({ code: 'line-incomplete' }),
    });
    popup.favourite(1);
    await settled();
    popup.primary();
    expect(screen()).toBe('list');
    expect(main.requests('manager:open')).toEqual([]);
  });

  it('is said of a line without a sign-in, in a kiosk’s own words', async () => {
    const { view, screen } = await openPopup({ ...kiosk, credentials: 'absent' });
    expect(screen()).toBe('connect');
    expect(view().said.words).toBe(
      "This line can't transfer calls yet. It has no sign-in. Ask your administrator.",
    );
  });

  it('offers nobody to add people to an empty directory', async () => {
    const { popup, queries, view } = await openPopup({ ...typing, directory: 'empty' });
    popup.typing.type('nobody');
    await queries.arrive({ ...complete('nobody'), verdict: { kind: 'search' } });
    expect(view().said.words).toBe('No match for nobody. Type a full number or SIP address.');
  });
});

describe('a state that main loads with the page', () => {
  it('is shown as one that somebody looks at', async () => {
    const { main, popup, view } = await openPopup(kiosk);
    expect(view().away).toBe(false);
    popup.left();
    expect(view().away).toBe(true);
    main.push('popup:shown', { prefill: null });
    expect(view().away).toBe(false);
  });
});
