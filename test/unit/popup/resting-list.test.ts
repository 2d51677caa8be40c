import { describe, expect, it } from 'vitest';

import { rowsOf } from '../../../renderer/popup/rows';
import { openPopup } from './open-popup';
import { complete, ended, harbour, idle, marcus, maria, matches, practiceLine } from './samples';

const turned = { ...idle, favourites: [marcus, maria], recents: [] };

describe('the list at rest', () => {
  it('keeps its rows where they are while it is looked at, and Enter takes the one selected', async () => {
    const { main, popup, view } = await openPopup();
    popup.typing.press({ kind: 'move', by: 1 });
    const { state: before } = view();
    main.push('popup:state', turned);
    expect(view().state?.favourites).toEqual(before?.favourites);
    expect(view().state?.recents).toEqual(before?.recents);
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toMatchObject([{ address: maria.address }]);
  });

  it('keeps the digits with the people they stand beside', async () => {
    const { main, popup } = await openPopup();
    main.push('popup:state', turned);
    popup.favourite(2);
    expect(main.requests('transfer:start')).toMatchObject([{ address: marcus.address }]);
  });

  it('puts no number from the clipboard in front of a row that is selected', async () => {
    const { main, popup, view } = await openPopup();
    popup.typing.press({ kind: 'move', by: 1 });
    main.push('popup:state', { ...idle, clipboard: harbour });
    expect(view().state?.clipboard).toBeNull();

    const untouched = await openPopup();
    untouched.main.push('popup:state', { ...idle, clipboard: harbour });
    expect(untouched.view().state?.clipboard).toEqual(harbour);
  });

  it('is up to date when it is next opened', async () => {
    const { main, popup, view } = await openPopup();
    main.push('popup:state', turned);
    popup.leave();
    main.push('popup:shown', { prefill: null });
    expect(view().state?.favourites).toEqual(turned.favourites);
  });

  it('is another list on another line', async () => {
    const { main, view } = await openPopup();
    main.push('popup:state', { ...turned, line: practiceLine });
    expect(view().state?.favourites).toEqual(turned.favourites);
  });

  it('takes the newest after an attempt', async () => {
    const { main, view } = await openPopup();
    main.push('popup:state', { ...idle, phase: ended() });
    main.push('popup:state', turned);
    expect(view().state?.recents).toEqual([]);
  });

  it('keeps whoever is selected when the same text is answered anew, wherever they stand now', async () => {
    const { main, popup, queries, view } = await openPopup();
    popup.typing.type('ma');
    await queries.arrive(matches('ma', maria, marcus));
    popup.typing.press({ kind: 'move', by: 1 });
    popup.typing.askAgain();
    await queries.arrive(matches('ma', marcus, maria));
    popup.typing.press({ kind: 'enter' });
    expect(view().compose.selected).not.toBeNull();
    expect(main.requests('transfer:start')).toMatchObject([{ address: marcus.address }]);
  });

  it('selects the first row where the one that was selected is gone', async () => {
    const { popup, queries, view } = await openPopup();
    popup.typing.type('ma');
    await queries.arrive(matches('ma', maria, marcus));
    popup.typing.askAgain();
    await queries.arrive(matches('ma', marcus));
    const { state, compose } = view();
    const rows = state === null ? [] : rowsOf(state, compose);
    expect(compose.selected).toBe(rows[0]?.key);
  });

  it('tells two people with one number apart', async () => {
    const { popup, queries, view } = await openPopup();
    popup.typing.type('desk');
    const twin = { ...maria, name: 'Reception' };
    await queries.arrive(matches('desk', maria, twin));
    const { state, compose } = view();
    const keys = state === null ? [] : rowsOf(state, compose).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('Enter', () => {
  it('acts at once on the rows shown where they answer the text in the field', async () => {
    const { main, popup, queries } = await openPopup();
    popup.typing.type('ma');
    await queries.arrive(matches('ma', maria, marcus));
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toMatchObject([{ address: maria.address }]);
  });

  it('waits for the answer to exactly the text of the press, and takes its first row', async () => {
    const { main, popup, queries } = await openPopup();
    popup.typing.type('m');
    await queries.arrive(matches('m', maria, marcus));
    popup.typing.type('mc');
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([]);
    await queries.arrive(matches('mc', marcus));
    expect(main.requests('transfer:start')).toMatchObject([{ address: marcus.address }]);
  });

  it('does nothing for an address that a check refuses, but say which', async () => {
    const { main, popup, queries, view } = await openPopup();
    popup.typing.type('+442079460958');
    const verdict = {
      kind: 'complete',
      destination: harbour,
      knownRange: true,
      withinText: false,
      refusal: 'own-address',
    } as const;
    const lookAlikes = [{ destination: maria, differs: [], warn: false }];
    await queries.arrive(complete('+442079460958', { verdict, lookAlikes }));
    const said = 'Your own number. Baton does not transfer to this number. It is your own number.';
    expect(view().said.words).toBe(said);
    expect(view().compose.selected).toBeNull();
    const { count } = view().said;
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([]);
    expect(view().said).toMatchObject({ words: said, count: count + 1 });
  });
});
