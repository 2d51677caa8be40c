import { describe, expect, it } from 'vitest';

import { maxFieldLength as contractLength } from '../../../electron/contract/popup';
import { createPopup } from '../../../renderer/popup/popup';
import { maxFieldLength } from '../../../renderer/popup/typing';
import { FakeMain, HandClock, settled, SlowAnswers } from './fake-main';
import { complete, harbour, idle, marcus, maria, matches, practiceLine } from './samples';

async function openPopup(state = idle) {
  const answers = new SlowAnswers();
  const main = new FakeMain(state, { 'popup:query': answers.answer });
  const popup = createPopup(main, new HandClock());
  popup.connect();
  await settled();
  main.push('popup:shown', { prefill: null });
  const compose = () => popup.store.getState().compose;
  return { main, popup, answers, compose };
}

describe('typing', () => {
  it('asks main about every text', async () => {
    const { main, popup } = await openPopup();
    popup.typing.type('4');
    popup.typing.type('44');
    expect(main.requests('popup:query')).toEqual([{ text: '4' }, { text: '44' }]);
  });

  it('drops the answer to an older text', async () => {
    const { popup, answers, compose } = await openPopup();
    popup.typing.type('m');
    popup.typing.type('ma');
    await answers.arrive(matches('m', marcus));
    expect(compose()).toMatchObject({ text: 'ma', reply: null });
    await answers.arrive(matches('ma', maria));
    expect(compose().reply?.text).toBe('ma');
  });

  it('takes the formatted text over without asking about it again', async () => {
    const { main, popup, answers, compose } = await openPopup();
    popup.typing.type('+442079460958');
    await answers.arrive(complete('+442079460958', { formatted: harbour.display }));
    expect(compose()).toMatchObject({ text: harbour.display, selected: 'address' });
    expect(main.requests('popup:query')).toHaveLength(1);
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toHaveLength(1);
  });

  it('says nothing more of a text that is gone, but what stands there now', async () => {
    const { popup, answers } = await openPopup();
    const said = () => popup.store.getState().said.words;
    popup.typing.type('mariana v');
    await answers.arrive(matches('mariana v'));
    expect(said()).toContain('No match for mariana v.');
    popup.typing.type('');
    expect(said()).toMatch(/^Baton\. \d+ suggestions\.$/);
  });

  it('never formats a text that was typed on meanwhile', async () => {
    const { popup, answers, compose } = await openPopup();
    popup.typing.type('+4420');
    popup.typing.type('+44207');
    await answers.arrive(complete('+4420', { formatted: '+44 20' }));
    expect(compose().text).toBe('+44207');
  });

  it('leaves the text alone while an input method composes', async () => {
    const { popup, answers, compose } = await openPopup();
    popup.typing.setComposing(true);
    popup.typing.type('+4420');
    await answers.arrive(complete('+4420', { formatted: '+44 20' }));
    expect(compose().text).toBe('+4420');
  });

  it('holds an early Enter until the answer is there, and then decides', async () => {
    const { main, popup, answers } = await openPopup();
    popup.typing.type('ma');
    popup.typing.press({ kind: 'enter' });
    await settled();
    expect(main.requests('transfer:start')).toEqual([]);
    await answers.arrive(matches('ma', maria, marcus));
    expect(main.requests('transfer:start')).toEqual([
      { address: maria.address, role: 'agent', lineId: 'support' },
    ]);
  });

  it('holds early arrows too, so that Enter takes the row that was meant', async () => {
    const { main, popup, answers } = await openPopup();
    popup.typing.type('ma');
    popup.typing.press({ kind: 'move', by: 1 });
    popup.typing.press({ kind: 'enter' });
    await answers.arrive(matches('ma', maria, marcus));
    expect(main.requests('transfer:start')).toMatchObject([{ address: marcus.address }]);
  });

  it('forgets a held Enter when the text is changed after it', async () => {
    const { main, popup, answers } = await openPopup();
    popup.typing.type('ma');
    popup.typing.press({ kind: 'enter' });
    popup.typing.type('mar');
    await answers.arrive(matches('mar', maria));
    expect(main.requests('transfer:start')).toEqual([]);
  });

  it('sends nothing for an incomplete number, says why, and keeps the text', async () => {
    const { main, popup, answers, compose } = await openPopup();
    popup.typing.type('+44');
    await answers.arrive({ ...complete('+44'), verdict: { kind: 'too-short' } });
    const before = popup.store.getState().said.count;
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([]);
    expect(popup.store.getState().said.words).toContain('Too short');
    expect(popup.store.getState().said.count).toBe(before + 1);
    expect(compose().text).toBe('+44');
  });

  it('announces the matches and who is selected', async () => {
    const { popup, answers } = await openPopup();
    popup.typing.type('ma');
    await answers.arrive(matches('ma', maria, marcus));
    expect(popup.store.getState().said.words).toBe('2 matches. Maria Alvarez, selected.');
  });

  it('announces a complete number with its country and role', async () => {
    const { popup, answers } = await openPopup();
    popup.typing.type('+442079460958');
    await answers.arrive(complete('+442079460958'));
    expect(popup.store.getState().said.words).toBe(
      'Complete number, United Kingdom. Joins as agent.',
    );
  });

  it('asks again when the line changes below a typed text', async () => {
    const { main, popup, answers } = await openPopup();
    popup.typing.type('4155550134');
    await answers.arrive(complete('4155550134'));
    main.push('popup:state', { ...idle, line: practiceLine });
    expect(main.requests('popup:query')).toHaveLength(2);
  });

  it('asks again once the directory has been read, where nobody was found before', async () => {
    const { main, popup, answers } = await openPopup();
    main.push('popup:state', { ...idle, directory: 'reading' });
    popup.typing.type('mar');
    await answers.arrive(matches('mar', maria));
    main.push('popup:state', { ...idle, directory: 'filled' });
    expect(main.requests('popup:query')).toHaveLength(1);

    main.push('popup:state', { ...idle, directory: 'reading' });
    popup.typing.type('emma');
    await answers.arrive(matches('emma'));
    main.push('popup:state', { ...idle, directory: 'filled' });
    expect(main.requests('popup:query')).toHaveLength(3);
  });

  it('cuts a text at the length that main takes, and says so', async () => {
    const { main, popup, compose } = await openPopup();
    expect(maxFieldLength).toBe(contractLength);
    popup.typing.type('x'.repeat(maxFieldLength + 5));
    expect(compose().text).toHaveLength(maxFieldLength);
    expect(popup.store.getState().cut).toBe(true);
    expect(main.requests('popup:query')).toEqual([{ text: 'x'.repeat(maxFieldLength) }]);
  });
});
