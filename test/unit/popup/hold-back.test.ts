import { describe, expect, it } from 'vitest';

import type { ReasonCode } from '../../../electron/contract/transfer';
import { isLeftOver } from '../../../renderer/popup/clicks';
import {
  elapsedMs,
  heldBody,
  heldBodyAroundRole,
  heldSentence,
  heldTitleParts,
  secondsLeft,
} from '../../../renderer/popup/hold';
import { settled } from './fake-main';
import { openPopup } from './open-popup';
import { ended, harbour, held, idle, maria, matches, practiceLine, sending } from './samples';

const holding = { ...idle, phase: held };
const cancelledBy = (code: ReasonCode) => ({
  ...idle,
  phase: ended({ outcome: 'cancelled', reason: { code } }),
});

describe('the countdown', () => {
  const left = (ms: number) => secondsLeft(held, held.startedAt + ms);

  it('counts the seconds that are left, begun ones included', () => {
    expect([0, 1, 999, 1000, 1999, 2000].map(left)).toEqual([2, 2, 2, 1, 1, 0]);
  });

  it('stays within the hold-back wherever the clock was set', () => {
    expect([left(-3_600_000), left(3_600_000)]).toEqual([2, 0]);
    expect(elapsedMs(held, held.startedAt - 1)).toBe(0);
    expect(elapsedMs(held, held.startedAt + 720)).toBe(720);
    expect(elapsedMs(held, held.startedAt + 2001)).toBe(2000);
  });

  it('has the name and the count at their places in the title', () => {
    expect(heldTitleParts()).toEqual([
      { words: 'Transferring to ' },
      'to',
      { words: ' in ' },
      'time',
    ]);
  });

  it('reads back who it is and how they join', () => {
    expect(heldBody(held)).toBe('Billing, +1 415 555 0134, joins as agent');
    expect(heldBody({ ...held, destination: harbour, role: 'customer' })).toBe(
      'United Kingdom, joins as customer',
    );
    expect(heldBody({ ...held, destination: { ...harbour, country: null } })).toBe(
      'Joins as agent',
    );
  });

  it('says where its role stands, so that a customer can be made to stand out', () => {
    expect(heldBodyAroundRole({ ...held, role: 'customer' })).toEqual([
      'Billing, +1 415 555 0134, joins as ',
      '',
    ]);
  });

  it('is announced with its whole length', () => {
    expect(heldSentence({ ...held, holdMs: 1000 })).toBe(
      'Transferring to Maria Alvarez in 1 second. Press Escape to undo.',
    );
    expect(heldSentence({ ...held, holdMs: 9500 })).toContain('in 10 seconds');
  });
});

describe('the hold-back', () => {
  it('is announced once, at its start', async () => {
    const { main, view, clock } = await openPopup();
    main.push('popup:state', holding);
    const { said } = view();
    expect(said.words).toBe('Transferring to Maria Alvarez in 2 seconds. Press Escape to undo.');
    clock.advance(1000);
    main.push('popup:state', { ...holding, recents: [] });
    main.push('popup:shown', { prefill: null });
    expect(view().said).toBe(said);
  });

  it('is taken back by Esc until main has gone on', async () => {
    const { main, popup, clock } = await openPopup();
    main.push('popup:state', holding);
    clock.advance(2000);
    popup.leave();
    expect(main.requests('transfer:undo')).toEqual([{ attemptId: 'attempt-1' }]);
    main.push('popup:state', { ...idle, phase: sending });
    popup.leave();
    expect(main.requests('transfer:undo')).toHaveLength(1);
    expect(main.requests('popup:close')).toEqual([]);
  });

  it('is taken back by an Esc that came before main had answered', async () => {
    const { main, popup } = await openPopup();
    popup.favourite(1);
    popup.leave();
    expect(main.requests('transfer:undo')).toEqual([]);
    main.push('popup:state', holding);
    expect(main.requests('transfer:undo')).toEqual([{ attemptId: 'attempt-1' }]);
    main.push('popup:state', idle);
    popup.favourite(1);
    main.push('popup:state', { ...idle, phase: { ...held, attemptId: 'attempt-2' } });
    expect(main.requests('transfer:undo')).toHaveLength(1);
  });

  it('leads back to the same text, row and role', async () => {
    const { main, popup, queries, view, screen } = await openPopup();
    popup.typing.type('mar');
    await queries.arrive(matches('mar', harbour, maria));
    popup.typing.press({ kind: 'move', by: 1 });
    popup.switchRole('customer');
    const before = view().compose;
    popup.typing.press({ kind: 'enter' });
    main.push('popup:state', holding);
    popup.leave();
    main.push('popup:state', idle);
    expect(screen()).toBe('list');
    expect(view().compose).toEqual(before);
  });

  it('leads back to the same text and row from a favourite’s digit, without a text too', async () => {
    for (const text of ['mar', '']) {
      const { main, popup, queries, view } = await openPopup();
      popup.typing.type(text);
      if (text !== '') await queries.arrive(matches(text, harbour, maria));
      popup.typing.press({ kind: 'move', by: 1 });
      const before = view().compose;
      expect(before.selected).not.toBeNull();
      popup.favourite(2);
      main.push('popup:state', holding);
      main.push('popup:shown', { prefill: null });
      popup.leave();
      main.push('popup:state', idle);
      expect(view().compose).toEqual(before);
    }
  });

  it('ends at once with the main button', async () => {
    const { main, popup } = await openPopup();
    main.push('popup:state', holding);
    popup.primary();
    expect(main.requests('transfer:send-now')).toEqual([{ attemptId: 'attempt-1' }]);
    main.push('popup:state', { ...idle, phase: sending });
    popup.primary();
    expect(main.requests('transfer:send-now')).toHaveLength(1);
    expect(main.requests('transfer:start')).toEqual([]);
  });

  it('starts no other attempt while it runs', async () => {
    const { main, popup } = await openPopup();
    main.push('popup:state', holding);
    popup.favourite(2);
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([]);
  });

  it('begins its guard time when it appears', async () => {
    const { main, view, clock } = await openPopup();
    clock.advance(5000);
    main.push('popup:state', holding);
    expect(view().screenSince).toBe(clock.now());
  });

  it.each([
    ['undone', 'Undone in time. Nothing was sent.'],
    [
      'suspended',
      'This computer went to sleep before the time to undo was over. Nothing was sent.',
    ],
    ['locked', 'The screen was locked before the time to undo was over. Nothing was sent.'],
    ['line-switched', 'The line was switched before the time to undo was over. Nothing was sent.'],
  ] as const)(
    'that was taken back (%s) is said once, and stands in the list with its reason',
    async (code, body) => {
      const { main, view, screen } = await openPopup();
      main.push('popup:state', holding);
      main.push('popup:state', cancelledBy(code));
      const { said } = view();
      main.push('popup:state', idle);
      expect(screen()).toBe('list');
      expect(said.words).toBe(`Cancelled. The caller is still with you. ${body}`);
      expect(view().said).toBe(said);
      expect(view().cancelled).toEqual({
        title: 'Cancelled. The caller is still with you.',
        body,
      });
    },
  );

  it('that was taken back stands there until the next key or press, or until the popup is left', async () => {
    for (const end of ['acted', 'left'] as const) {
      const { main, popup, view } = await openPopup();
      main.push('popup:state', holding);
      main.push('popup:state', cancelledBy('undone'));
      main.push('popup:state', idle);
      popup.touched();
      main.push('popup:state', { ...idle, recents: [] });
      expect(view().cancelled).not.toBeNull();
      popup[end]();
      expect(view().cancelled).toBeNull();
    }
  });

  it('that was taken back is not said of a later attempt, nor by a popup that was loaded since', async () => {
    const { main, view } = await openPopup();
    main.push('popup:state', holding);
    main.push('popup:state', cancelledBy('locked'));
    main.push('popup:state', { ...idle, phase: { ...held, attemptId: 'attempt-2' } });
    expect(view().cancelled).toBeNull();
    const later = await openPopup(cancelledBy('locked'));
    expect(later.view().cancelled).toBeNull();
    expect(later.view().said.words).not.toContain('still with you');
  });

  it('names the line, too, when the line was switched', async () => {
    const { main, view } = await openPopup();
    main.push('popup:state', holding);
    main.push('popup:state', { ...cancelledBy('line-switched'), line: practiceLine });
    expect(view().said.words).toMatch(
      /^Cancelled\. The caller is still with you\. .* Line: Practice line\.$/u,
    );
  });

  it('says nothing of the kind when it could not even begin', async () => {
    const { main, view } = await openPopup();
    main.push('popup:state', holding);
    main.push('popup:state', idle);
    expect(view().cancelled).toBeNull();
    expect(view().said.words).not.toContain('Cancelled');
  });

  it('says nothing of the kind once the request is on its way', async () => {
    const { main, view } = await openPopup();
    main.push('popup:state', holding);
    main.push('popup:state', { ...idle, phase: sending });
    main.push('popup:state', idle);
    expect(view().said.words).not.toContain('Cancelled');
  });

  it('tells when it could not be taken back', async () => {
    const { main, popup, view } = await openPopup(idle, {
      'transfer:undo': () => ({ ok: false, error: { code: 'ipc-internal' } }),
    });
    main.push('popup:state', holding);
    popup.leave();
    await settled();
    expect(view().said.words).toBe('Baton had a problem of its own');
  });
});

describe('a click', () => {
  it('counts at once, but not as the second of the double click that led here', () => {
    expect(isLeftOver({ detail: 1 }, 1000, 1000)).toBe(false);
    expect(isLeftOver({ detail: 2 }, 1000, 1200)).toBe(true);
    expect(isLeftOver({ detail: 2 }, 1000, 1500)).toBe(false);
    // Enter on a focused button clicks it without any count.
    expect(isLeftOver({ detail: 0 }, 1000, 1000)).toBe(false);
  });
});
