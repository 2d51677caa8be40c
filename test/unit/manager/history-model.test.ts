import { describe, expect, it } from 'vitest';

import { createHistory } from '../../../renderer/manager/history/history-model';
import { isOutdated } from '../../../renderer/manager/history/history-state';
import { rowAt } from '../../../renderer/manager/history/row-cache';
import { attempt, FakeHistory, rows, settled, StandingClock } from '../../support/history-rows';

async function open(source: FakeHistory) {
  const clock = new StandingClock();
  const model = createHistory(source, clock);
  const stop = model.start();
  await settled();
  const state = () => model.store.getState();
  const list = () => {
    const shown = state().list;
    if (shown === null) throw new Error('nothing is shown');
    return shown;
  };
  const seqAt = (index: number) => rowAt(list().cache, index)?.seq;
  return { model, clock, stop, state, list, seqAt };
}

const texts = (source: FakeHistory) => source.asked.map(({ filter }) => filter.text);
const skips = (source: FakeHistory) =>
  source.asked.map(({ cursor }) => (cursor !== null && 'skip' in cursor ? cursor.skip : 0));

describe('the history', () => {
  it('shows the newest first, and the lines that there are', async () => {
    const { list, seqAt, state } = await open(new FakeHistory(rows(500, 1)));
    expect(list().cache.total).toBe(500);
    expect(seqAt(0)).toBe(500);
    expect(state().lines).toEqual([{ id: 'support', name: 'Support line' }]);
  });

  it('waits for the next letter before it looks for a text', async () => {
    const source = new FakeHistory(rows(3, 1));
    const { model, clock, list } = await open(source);
    for (const text of ['M', 'Ma', 'Mar']) {
      model.filterBy({ text });
      await clock.advance(100);
    }
    expect(texts(source)).toEqual(['']);
    await clock.advance(20);
    expect(texts(source)).toEqual(['', 'Mar']);
    expect(list().choice.text).toBe('Mar');
  });

  it('does not wait where a text is taken away or another part of the filter is chosen', async () => {
    const source = new FakeHistory(rows(3, 1));
    const { model } = await open(source);
    model.filterBy({ text: 'Mar' });
    model.filterBy({ outcome: 'refused' });
    await settled();
    model.filterBy({ text: '' });
    await settled();
    expect(source.asked.slice(1).map(({ filter }) => [filter.text, filter.outcome])).toEqual([
      ['Mar', 'refused'],
      ['', 'refused'],
    ]);
  });

  it('keeps the old rows until the new ones are there, and says that they are old', async () => {
    const source = new FakeHistory([
      { seq: 2, attempt: attempt(2, { outcome: 'refused' }) },
      { seq: 1, attempt: attempt(1) },
    ]);
    const { model, state, list, seqAt } = await open(source);
    source.hold();
    model.filterBy({ outcome: 'accepted' });
    await settled();
    expect([isOutdated(state()), list().cache.total, seqAt(0)]).toEqual([true, 2, 2]);
    await source.release();
    expect([isOutdated(state()), list().cache.total, seqAt(0)]).toEqual([false, 1, 1]);
    expect(list().counts).toMatchObject({ accepted: 1, refused: 1 });
  });

  it('drops the answer to an earlier filter', async () => {
    const source = new FakeHistory([
      { seq: 2, attempt: attempt(2, { outcome: 'refused' }) },
      { seq: 1, attempt: attempt(1) },
    ]);
    const { model, seqAt, list } = await open(source);
    source.hold();
    model.filterBy({ outcome: 'refused' });
    model.filterBy({ outcome: 'accepted' });
    await source.release();
    expect(list().choice.outcome).toBeNull();
    await source.release();
    expect(seqAt(0)).toBe(1);
    expect(list().cache.total).toBe(1);
  });

  it('reads the place that is in sight in the end, and none that was scrolled past', async () => {
    const source = new FakeHistory(rows(100_000, 1));
    const { model, clock, seqAt } = await open(source);
    for (let first = 1_000; first <= 90_000; first += 500) {
      model.look(first, first + 20);
      await clock.advance(16);
    }
    expect(skips(source)).toEqual([0]);
    await clock.advance(50);
    // The page where the scrolling ended, and what lies around it.
    expect(skips(source)).toEqual([0, 90_000, 89_800]);
    expect(seqAt(90_010)).toBe(9_990);
  });

  it('reads at once what is scrolled to little by little, one page at a time', async () => {
    const source = new FakeHistory(rows(100_000, 1));
    const { model } = await open(source);
    source.hold();
    for (let first = 0; first <= 600; first += 5) model.look(first, first + 20);
    await settled();
    for (let n = 0; n < 5; n += 1) await source.release();
    expect(skips(source)).toEqual([0, 200, 600, 400]);
  });

  it('takes in new attempts, and what is active stays active', async () => {
    const source = new FakeHistory(rows(500, 1));
    const { model, state, list, seqAt } = await open(source);
    model.moveTo(7);
    model.openDetails();
    await source.change(rows(502, 1));
    expect(list().cache).toMatchObject({ total: 502, added: 2 });
    expect(list().id).toBe(1);
    expect(state().active).toBe(9);
    expect(seqAt(9)).toBe(493);
    expect(state().shown?.id).toBe('attempt-493');
    expect(state().revision).toBe(1);
  });

  it('reads no page wrongly that was asked for before an attempt was added', async () => {
    const source = new FakeHistory(rows(1_000, 1));
    const { model, clock, seqAt } = await open(source);
    source.hold();
    source.rows = rows(1_001, 1);
    model.look(600, 620);
    await clock.advance(50);
    for (let n = 0; n < 4; n += 1) await source.release();
    expect(seqAt(0)).toBe(1_001);
    expect(seqAt(610)).toBe(391);
  });

  it('is empty after a clearing, with nothing active and no details', async () => {
    const source = new FakeHistory(rows(30, 1));
    const { model, state, list } = await open(source);
    model.moveTo(3);
    model.openDetails();
    await source.change([]);
    expect(list().cache.total).toBe(0);
    expect(state()).toMatchObject({ active: null, shown: null, lines: [] });
  });

  it('keeps the active attempt through a filter that it passes, and lets go of it else', async () => {
    const source = new FakeHistory([
      { seq: 3, attempt: attempt(3, { outcome: 'refused' }) },
      { seq: 2, attempt: attempt(2) },
      { seq: 1, attempt: attempt(1) },
    ]);
    const { model, state } = await open(source);
    model.moveTo(2);
    model.openDetails();
    model.filterBy({ outcome: 'accepted' });
    await settled();
    expect(state()).toMatchObject({ active: 1, shown: { id: 'attempt-1' } });
    model.filterBy({ outcome: 'refused' });
    await settled();
    expect(state()).toMatchObject({ active: null, shown: null });
  });

  it('moves within the list only, and shown details follow as soon as the row is known', async () => {
    const source = new FakeHistory(rows(1_000, 1));
    const { model, clock, state } = await open(source);
    model.moveTo(-1);
    expect(state().active).toBe(0);
    model.openDetails();
    expect(state().shown?.id).toBe('attempt-1000');
    model.moveTo(5_000);
    expect(state().active).toBe(999);
    expect(state().shown?.id).toBe('attempt-1000');
    model.look(980, 999);
    await clock.advance(50);
    expect(state().shown?.id).toBe('attempt-1');
    model.closeDetails();
    expect(state().shown).toBeNull();
  });

  it('shows no details of a row that is not known', async () => {
    const { model, state } = await open(new FakeHistory(rows(1_000, 1)));
    model.moveTo(999);
    model.openDetails();
    expect(state().shown).toBeNull();
  });

  it('says when it cannot be read, asks no more, and tries again when it is told to', async () => {
    const source = new FakeHistory(rows(3, 1));
    source.failure = 'disk I/O error';
    const { model, state } = await open(source);
    expect(state().failure).toEqual({ code: 'history-unavailable', cause: 'disk I/O error' });
    expect(source.asked).toHaveLength(1);
    source.failure = null;
    model.reload();
    await settled();
    expect(state().failure).toBeNull();
    expect(state().list?.cache.total).toBe(3);
  });

  it('asks again after a failure where something changed in the meantime', async () => {
    const source = new FakeHistory(rows(3, 1));
    const { model, state, list } = await open(source);
    source.failure = 'disk I/O error';
    source.hold();
    model.reload();
    await settled();
    source.failure = null;
    await source.change(rows(4, 1));
    await source.release();
    await source.release();
    expect(state().failure).toBeNull();
    expect(list().cache.total).toBe(4);
  });

  it('does not follow changes any more once it is left', async () => {
    const source = new FakeHistory(rows(3, 1));
    const { stop } = await open(source);
    stop();
    await source.change(rows(4, 1));
    expect(source.asked).toHaveLength(1);
  });
});
