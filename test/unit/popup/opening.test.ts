import { describe, expect, it } from 'vitest';

import { createPopup } from '../../../renderer/popup/popup';
import { FakeMain, HandClock, settled, SlowAnswers } from './fake-main';
import { idle, matches, maria, practiceLine, support } from './samples';

async function load(state = idle) {
  const queries = new SlowAnswers();
  const main = new FakeMain(state, { 'popup:query': queries.answer });
  const clock = new HandClock();
  const popup = createPopup(main, clock);
  popup.connect();
  await settled();
  main.push('popup:shown', { prefill: null });
  return { main, popup, clock, queries, view: popup.store.getState };
}

describe('opening', () => {
  it('keeps a text for a minute after the popup was left', async () => {
    const { main, popup, clock, view } = await load();
    popup.typing.type('mari');
    popup.leave();
    clock.advance(59_999);
    main.push('popup:shown', { prefill: null });
    expect(view().compose.text).toBe('mari');
  });

  it('drops the text after a minute, also while the popup stays closed', async () => {
    const { popup, clock, view } = await load();
    popup.typing.type('mari');
    popup.left();
    clock.advance(60_000);
    expect(view().compose.text).toBe('');
  });

  it('does not drop a text that is being worked on again', async () => {
    const { popup, clock, view } = await load();
    popup.typing.type('mari');
    popup.left();
    clock.advance(30_000);
    popup.returned();
    clock.advance(60_000);
    expect(view().compose.text).toBe('mari');
  });

  it('selects nobody', async () => {
    const { main, popup, view } = await load();
    popup.typing.press({ kind: 'move', by: 1 });
    expect(view().compose.selected).not.toBeNull();
    popup.leave();
    main.push('popup:shown', { prefill: null });
    expect(view().compose).toMatchObject({ selected: null, role: null });
  });

  it('fills in what it was opened with, and sends nothing', async () => {
    const { main, popup, view, queries } = await load();
    popup.typing.type('something else');
    main.push('popup:shown', { prefill: 'maria' });
    await queries.arrive(matches('maria', maria));
    expect(view().compose.text).toBe('maria');
    expect(main.requests('transfer:start')).toEqual([]);
  });

  it('says below the list that a link was no good, until the next key', async () => {
    const { main, popup, view } = await load();
    main.push('popup:shown', { prefill: null, remark: { code: 'link-unreadable' } });
    expect(view().remark?.title).toBe("This link can't be read.");
    expect(view().said.words).toContain('Nothing was filled in.');
    expect(view().compose.text).toBe('');
    popup.acted();
    expect(view().remark).toBeNull();
  });

  it('fills in what a link names, and says that its line is not there', async () => {
    const { main, popup, view, queries } = await load();
    const remark = { code: 'line-unknown', line: 'sales' } as const;
    main.push('popup:shown', { prefill: 'maria', remark });
    await queries.arrive(matches('maria', maria));
    expect(view().compose.text).toBe('maria');
    expect(view().remark?.title).toContain('sales');
    expect(view().remark?.body).toContain(support.name);
    expect(view().state?.line.id).toBe(support.id);
    // It is about this opening, and not about the next one.
    popup.leave();
    main.push('popup:shown', { prefill: null });
    expect(view().remark).toBeNull();
  });

  it('asks for the focus', async () => {
    const { main, view } = await load();
    const before = view().focusRequest;
    main.push('popup:shown', { prefill: null });
    expect(view().focusRequest).toBeGreaterThan(before);
  });

  it('prefers a state that was pushed to one that was loaded late', async () => {
    let release = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const main = new FakeMain(idle);
    main.answers['popup:load'] = async () => {
      await late;
      return { ok: true, value: idle };
    };
    const popup = createPopup(main, new HandClock());
    popup.connect();
    main.push('popup:state', { ...idle, line: practiceLine });
    release();
    await settled();
    expect(popup.store.getState().state?.line.id).toBe('practice');
  });
});

describe('the line', () => {
  it('is chosen through main, which has the last word', async () => {
    const { main, popup, view } = await load();
    popup.lines.toggle();
    await popup.lines.choose('practice');
    expect(main.requests('line:select')).toEqual([{ lineId: 'practice' }]);
    expect(view().linesOpen).toBe(false);
  });

  it('says why it could not be changed, and stays open', async () => {
    const { main, popup, view } = await load();
    main.answers['line:select'] = () => ({
      ok: false,
      error: { code: 'setting-enforced', key: 'activeLine' },
    });
    popup.lines.toggle();
    await popup.lines.choose('practice');
    expect(view()).toMatchObject({ linesOpen: true, lineError: 'setting-enforced' });
  });

  it('is chosen before anybody is transferred to while its list is open', async () => {
    const { main, popup } = await load();
    popup.typing.press({ kind: 'move', by: 1 });
    popup.lines.toggle();
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([]);
  });

  it('has no list where there is only one', async () => {
    const { popup, view } = await load({ ...idle, lines: [support] });
    popup.lines.toggle();
    expect(view().linesOpen).toBe(false);
  });

  it('has no list where the administrator has set it, which is said until the next key', async () => {
    const { main, popup, view } = await load({ ...idle, fixedLine: 'support' });
    popup.lines.toggle();
    const title = 'The line is set by your administrator.';
    expect(view()).toMatchObject({ linesOpen: false, remark: { title } });
    expect(view().said.words).toContain(title);
    popup.acted();
    expect(view().remark).toBeNull();
    expect(main.requests('line:select')).toEqual([]);
  });

  it('goes from practice back to the line that the administrator has set', async () => {
    const sales = { ...support, id: 'sales', name: 'Sales' };
    const { main, popup } = await load({
      ...idle,
      line: practiceLine,
      lines: [support, sales, practiceLine],
      fixedLine: 'sales',
    });
    popup.lines.leavePractice();
    expect(main.requests('line:select')).toEqual([{ lineId: 'sales' }]);
  });

  it('leaves practice for the first real line, or for where one is set up', async () => {
    const real = await load({ ...idle, line: practiceLine });
    real.popup.lines.leavePractice();
    expect(real.main.requests('line:select')).toEqual([{ lineId: 'support' }]);

    const none = await load({ ...idle, line: practiceLine, lines: [practiceLine] });
    none.popup.lines.leavePractice();
    expect(none.main.requests('manager:open')).toEqual([{ route: 'account' }]);
  });
});
