import { describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import { settled } from './fake-main';
import { openPopup } from './open-popup';
import { complete, ended, held, idle, maria } from './samples';

const number = '+442079460958';

describe('a number that Baton does not transfer to', () => {
  it.each(['own-address', 'emergency', 'denied', 'not-allowed', 'not-in-directory'] as const)(
    'is refused with a notice (%s), and the text is kept',
    async (code) => {
      const { main, popup, queries, view, screen } = await openPopup(idle, {
        'transfer:start': () => err({ code }),
      });
      popup.typing.type(number);
      await queries.arrive(complete(number));
      const before = view().compose;
      popup.typing.press({ kind: 'enter' });
      await settled();
      expect(screen()).toBe('notice');
      expect(view().said.words).toMatch(/^Baton does not transfer to this number\. /u);
      popup.primary();
      expect(screen()).toBe('list');
      expect(view().compose).toEqual(before);
      expect(main.requests('popup:close')).toEqual([]);
    },
  );

  it('is refused in sight also when it was a retry', async () => {
    const { popup, screen } = await openPopup(
      { ...idle, phase: ended() },
      { 'transfer:start': () => err({ code: 'denied' }) },
    );
    popup.primary();
    await settled();
    expect(screen()).toBe('notice');
    popup.leave();
    expect(screen()).toBe('refused');
  });
});

describe('the same transfer within seconds', () => {
  const repeat = () => err({ code: 'repeat', secondsAgo: 6 } as const);

  it('is asked about, and the main answer is not to do it', async () => {
    const { main, popup, view, screen } = await openPopup(idle, { 'transfer:start': repeat });
    popup.favourite(1);
    await settled();
    expect(view().said.words).toBe(
      'Transfer to Maria Alvarez again? Plivo accepted this transfer 6 s ago.',
    );
    popup.primary();
    expect(screen()).toBe('list');
    expect(main.requests('transfer:start')).toHaveLength(1);
  });

  it('is left with Esc', async () => {
    const { main, popup, screen } = await openPopup(idle, { 'transfer:start': repeat });
    popup.favourite(1);
    await settled();
    popup.leave();
    expect(screen()).toBe('list');
    expect(main.requests('transfer:start')).toHaveLength(1);
    expect(main.requests('popup:close')).toEqual([]);
  });

  it('is made when the agent says again, with the question on screen until main has it', async () => {
    const { main, popup, screen, view } = await openPopup(idle, { 'transfer:start': repeat });
    popup.switchRole('customer');
    popup.favourite(1);
    await settled();
    main.answers['transfer:start'] = () => ok({ attemptId: 'attempt-1' });
    popup.act('transfer-again');
    expect(main.requests('transfer:start')).toEqual([
      { address: maria.address, role: 'customer', lineId: 'support' },
      { address: maria.address, role: 'customer', lineId: 'support', again: true },
    ]);
    await settled();
    expect(screen()).toBe('notice');
    main.push('popup:state', { ...idle, phase: held });
    expect(screen()).toBe('held');
    popup.leave();
    main.push('popup:state', idle);
    expect(screen()).toBe('list');
    expect(view().failure).toBeNull();
  });
});

describe('a notice', () => {
  it('is announced again when trying again led to the same', async () => {
    const { popup, view } = await openPopup(idle, {
      'transfer:start': () => err({ code: 'credentials-locked' }),
    });
    popup.favourite(1);
    await settled();
    const first = view().said;
    popup.primary();
    await settled();
    expect(view().said.words).toBe(first.words);
    expect(view().said.count % 2).not.toBe(first.count % 2);
  });
});
