import { describe, expect, it } from 'vitest';

import { err } from '../../../electron/contract/result';
import { settled } from './fake-main';
import { openPopup } from './open-popup';
import { complete, ended, harbour, idle, maria } from './samples';

const number = '+442079460958';
const startedAt = 1_700_000_000_000;
const earlier = {
  ...idle,
  phase: ended({
    id: 'earlier',
    outcome: 'unknown',
    reason: { code: 'lost-after-sending' },
    status: null,
    startedAt,
  }),
};

/** Somebody typed a number and pressed Enter; main shows the question that is still open. */
async function asked() {
  const popup = await openPopup();
  popup.main.answers['transfer:start'] = () => {
    popup.main.push('popup:state', earlier);
    return err({ code: 'open-question' });
  };
  popup.clock.advance(120_000);
  popup.popup.typing.type(number);
  await popup.queries.arrive(complete(number));
  popup.popup.typing.press({ kind: 'enter' });
  await settled();
  return popup;
}

describe('a question that was left open', () => {
  it('is asked before the next transfer, without a notice', async () => {
    const { view, screen } = await asked();
    expect(screen()).toBe('unknown');
    expect(view().failure).toBeNull();
    expect(view().said.words).toMatch(
      /^Not confirmed\. About the transfer to Maria Alvarez at .*Are you still on the call\?$/u,
    );
  });

  it.each(['still-on-call', 'caller-gone'] as const)(
    'leads on to the new transfer after the answer %s',
    async (word) => {
      const { main, popup, screen, view } = await asked();
      popup.answer(word);
      await settled();
      expect(main.requests('transfer:answer')).toEqual([{ attemptId: 'earlier', word }]);
      expect(main.requests('transfer:dismiss')).toEqual([{ attemptId: 'earlier' }]);
      expect(main.requests('popup:close')).toEqual([]);
      main.push('popup:state', idle);
      expect(screen()).toBe('list');
      expect(view().compose.text).toBe(number);
      popup.typing.press({ kind: 'enter' });
      expect(main.requests('transfer:start').at(-1)).toMatchObject({ address: harbour.address });
    },
  );

  it('leads on to the new transfer also where main goes on before it answers', async () => {
    const { main, popup, view } = await asked();
    main.answers['transfer:answer'] = () => {
      main.push('popup:state', idle);
      return { ok: true, value: null };
    };
    popup.answer('still-on-call');
    await settled();
    expect(view().compose.text).toBe(number);
  });

  it('keeps the favourite that was selected for the new transfer', async () => {
    const { main, popup, view } = await openPopup(idle, {
      'transfer:start': () => err({ code: 'open-question' }),
    });
    popup.typing.press({ kind: 'move', by: 2 });
    const before = view().compose;
    popup.typing.press({ kind: 'enter' });
    main.push('popup:state', earlier);
    await settled();
    popup.answer('still-on-call');
    await settled();
    main.push('popup:state', idle);
    expect(view().compose).toEqual(before);
  });

  it('keeps a text that the popup was opened with meanwhile', async () => {
    const { main, popup, view } = await openPopup(earlier);
    main.push('popup:shown', { prefill: number });
    popup.answer('still-on-call');
    await settled();
    expect(view().compose.text).toBe(number);
  });

  it('gives its own destination back where nothing newer was meant', async () => {
    const { main, popup, view } = await asked();
    popup.answer('still-on-call');
    await settled();
    main.push('popup:state', idle);
    main.answers['transfer:start'] = () => ({ ok: true, value: { attemptId: 'attempt-2' } });
    popup.typing.press({ kind: 'enter' });
    main.push('popup:state', { ...earlier, phase: ended({ id: 'attempt-2', outcome: 'unknown' }) });
    popup.answer('still-on-call');
    await settled();
    expect(view().compose.text).toBe(maria.display);
  });

  it('says how long ago when the popup is shown with it again', async () => {
    const { main, clock, view } = await openPopup();
    main.push('popup:state', earlier);
    expect(view().said.words).not.toContain('About the transfer');
    clock.advance(120_000);
    main.push('popup:shown', { prefill: null });
    expect(view().said.words).toContain('About the transfer');
    expect(view().screenSince).toBe(clock.now());
  });
});
