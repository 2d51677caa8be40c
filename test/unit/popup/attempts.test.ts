import { describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import { settled } from './fake-main';
import { openPopup } from './open-popup';
import { complete, ended, idle, maria, sending } from './samples';

describe('starting', () => {
  it('starts a favourite by its digit on the line that is shown', async () => {
    const { main, popup } = await openPopup();
    popup.favourite(2);
    popup.favourite(7);
    expect(main.requests('transfer:start')).toEqual([
      { address: '+14155550161', role: 'agent', lineId: 'support' },
    ]);
  });

  it('starts once until main says how that attempt stands', async () => {
    const { main, popup } = await openPopup();
    popup.favourite(1);
    popup.favourite(1);
    await settled();
    popup.favourite(1);
    expect(main.requests('transfer:start')).toHaveLength(1);
    main.push('popup:state', { ...idle, phase: sending });
    main.push('popup:state', idle);
    popup.favourite(1);
    expect(main.requests('transfer:start')).toHaveLength(2);
  });

  it('says why main did not start, and tries the same again after the keychain', async () => {
    const { main, popup, view, screen } = await openPopup(idle, {
      'transfer:start': () => err({ code: 'credentials-locked' }),
    });
    popup.favourite(1);
    await settled();
    expect(screen()).toBe('notice');
    expect(view().said.words).toContain('The sign-in is out of reach');
    popup.primary();
    await settled();
    expect(main.requests('credentials:refresh')).toHaveLength(1);
    expect(main.requests('transfer:start')).toHaveLength(2);
  });

  it('goes back to the list and keeps the text after a notice', async () => {
    const { popup, queries, view, screen, main } = await openPopup(idle, {
      'transfer:start': () => err({ code: 'address-not-callable' }),
    });
    popup.typing.type('+442079460958');
    await queries.arrive(complete('+442079460958'));
    popup.typing.press({ kind: 'enter' });
    await settled();
    popup.leave();
    expect(screen()).toBe('list');
    expect(view().compose.text).toBe('+442079460958');
    expect(main.requests('popup:close')).toEqual([]);
  });

  it('makes no claim about the call when Baton itself is at fault', async () => {
    const { popup, view } = await openPopup(idle, {
      'transfer:start': () => err({ code: 'ipc-internal' }),
    });
    popup.favourite(1);
    await settled();
    expect(view().said.words).not.toContain('Nothing was sent');
    expect(view().said.words).not.toContain('still with you');
  });

  it('offers to connect in the place of the list, and starts nothing, without a sign-in', async () => {
    const { main, popup, screen } = await openPopup({ ...idle, credentials: 'absent' });
    expect(screen()).toBe('connect');
    popup.favourite(1);
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([]);
  });
});

describe('an accepted transfer', () => {
  const accepted = {
    ...idle,
    phase: ended({ outcome: 'accepted', reason: { code: 'accepted' }, status: 201 }),
  };

  it('closes by itself after the time of the settings', async () => {
    const { main, clock } = await openPopup();
    main.push('popup:state', accepted);
    clock.advance(1999);
    expect(main.requests('popup:close')).toEqual([]);
    clock.advance(1);
    expect(main.requests('transfer:dismiss')).toEqual([{ attemptId: 'attempt-1' }]);
    expect(main.requests('popup:close')).toHaveLength(1);
  });

  it('stays once it was touched, and where the settings say so', async () => {
    const touched = await openPopup();
    touched.main.push('popup:state', accepted);
    touched.popup.touched();
    touched.clock.advance(60_000);
    expect(touched.main.requests('popup:close')).toEqual([]);

    const open = await openPopup();
    open.main.push('popup:state', { ...accepted, closeAfterMs: null });
    open.clock.advance(60_000);
    expect(open.main.requests('popup:close')).toEqual([]);
  });

  it('uses the typed text up', async () => {
    const { main, popup, view } = await openPopup();
    popup.typing.type('maria');
    main.push('popup:state', { ...idle, phase: sending });
    expect(view().compose.text).toBe('maria');
    main.push('popup:state', accepted);
    expect(view().compose.text).toBe('');
  });

  it('records that the agent is still on the call, and keeps the destination', async () => {
    const { main, popup, view } = await openPopup();
    main.push('popup:state', accepted);
    popup.answer('still-on-call');
    await settled();
    expect(main.requests('transfer:answer')).toEqual([
      { attemptId: 'attempt-1', word: 'still-on-call' },
    ]);
    expect(view().compose.text).toBe(maria.display);
    expect(main.requests('transfer:dismiss')).toHaveLength(1);
    expect(main.requests('popup:close')).toEqual([]);
  });
});

describe('a refused transfer', () => {
  const refused = { ...idle, phase: ended() };

  it('is tried again with the same address, role and line', async () => {
    const { main, popup } = await openPopup(refused);
    popup.primary();
    expect(main.requests('transfer:start')).toEqual([
      { address: maria.address, role: 'customer', lineId: 'support' },
    ]);
  });

  it('is dismissed by Esc with the destination kept', async () => {
    const { main, popup, view } = await openPopup(refused);
    popup.leave();
    expect(main.requests('transfer:dismiss')).toEqual([{ attemptId: 'attempt-1' }]);
    expect(main.requests('popup:close')).toHaveLength(1);
    expect(view().compose.text).toBe(maria.display);
  });

  it('says that its details were copied', async () => {
    const { popup, view } = await openPopup(refused);
    popup.copyDetails();
    await settled();
    expect(view()).toMatchObject({ copied: 'attempt-1', said: { words: 'Copied' } });
  });
});

describe('a transfer that is not confirmed', () => {
  const unknown = {
    ...idle,
    phase: ended({ outcome: 'unknown', reason: { code: 'lost-after-sending' }, status: null }),
  };

  it('stays an open question when it is left with Esc', async () => {
    const { main, popup } = await openPopup(unknown);
    popup.leave();
    expect(main.requests('popup:close')).toHaveLength(1);
    expect(main.requests('transfer:dismiss')).toEqual([]);
  });

  it('has no main action', async () => {
    const { main, popup } = await openPopup(unknown);
    const before = main.calls.length;
    popup.primary();
    expect(main.calls).toHaveLength(before);
  });

  it('goes back to the list with the destination when the caller is still there', async () => {
    const { main, popup, view } = await openPopup(unknown);
    popup.answer('still-on-call');
    await settled();
    expect(view().compose.text).toBe(maria.display);
    expect(main.requests('transfer:dismiss')).toHaveLength(1);
    expect(main.requests('transfer:start')).toEqual([]);
  });

  it('says nothing of the list for an earlier text when it goes back', async () => {
    const { main, popup, queries, view } = await openPopup();
    popup.typing.type('ma');
    await queries.arrive({ ...complete('ma'), verdict: { kind: 'search' }, suggestions: [] });
    main.push('popup:state', unknown);
    popup.answer('still-on-call');
    await settled();
    main.push('popup:state', idle);
    expect(view().said.words).toBe('');
    await queries.arrive(complete(maria.display));
    expect(view().said.words).toMatch(/^Complete number/);
  });

  it('closes when the caller is gone', async () => {
    const { main, popup } = await openPopup(unknown);
    popup.answer('caller-gone');
    await settled();
    expect(main.requests('transfer:answer')).toMatchObject([{ word: 'caller-gone' }]);
    expect(main.requests('popup:close')).toHaveLength(1);
  });

  it('keeps asking when the answer could not be recorded', async () => {
    const { main, popup, view } = await openPopup(unknown, {
      'transfer:answer': () => err({ code: 'ipc-internal' }),
    });
    popup.answer('still-on-call');
    await settled();
    popup.answer('caller-gone');
    await settled();
    expect(main.requests('transfer:dismiss')).toEqual([]);
    expect(main.requests('popup:close')).toEqual([]);
    expect(view().compose.text).toBe('');
    expect(view()).toMatchObject({
      unrecorded: 'attempt-1',
      said: { words: 'Your word was not recorded' },
    });
    main.answers['transfer:answer'] = () => ok(null);
    popup.answer('still-on-call');
    await settled();
    expect(view()).toMatchObject({ unrecorded: null, compose: { text: maria.display } });
  });
});

describe('a transfer on its way', () => {
  it('can’t be left', async () => {
    const { main, popup } = await openPopup({ ...idle, phase: sending });
    popup.leave();
    popup.primary();
    expect(main.requests('popup:close')).toEqual([]);
    expect(main.requests('transfer:start')).toEqual([]);
  });
});
