import { once } from 'node:events';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { watchedJournal } from '../../../electron/shell/watched-journal';
import { unavailableJournal, type Journal } from '../../../electron/transfer/journal';
import { accepted, running } from '../../unit/transfer/examples';
import { day, JournalFolder, now, valueOf } from '../transfer/journal-fixture';

let place: JournalFolder;
let told: EventTarget;
let times: number;
let journal: Journal;
beforeEach(() => {
  place = new JournalFolder();
  told = new EventTarget();
  times = 0;
  journal = watchedJournal(place.open().journal, () => {
    times += 1;
    told.dispatchEvent(new Event('told'));
  });
});
afterEach(() => place.remove());

/** Does something, and resolves when the change was told. */
const toldOf = async (work: () => void) => {
  const telling = once(told, 'told');
  work();
  await telling;
};
const nextTurn = () => new Promise(setImmediate);
const ending = { ...accepted, endedAt: now };

describe('a watched journal', () => {
  it('tells of an end, a record, a word and a removal, and is the journal that it was', async () => {
    await toldOf(() => {
      valueOf(journal.begin(running()));
      valueOf(journal.end('attempt-1', ending));
    });
    await toldOf(() => valueOf(journal.record(running({ id: 'attempt-2' }), ending)));
    await toldOf(() => valueOf(journal.answer('attempt-1', 'still-on-call')));
    expect(valueOf(journal.attempt('attempt-1'))?.agentWord).toBe('still-on-call');
    place.now = now + 400 * day;
    await toldOf(() => expect(valueOf(journal.prune(90))).toBe(2));
    place.make(journal);
    await toldOf(() => expect(valueOf(journal.clear())).toBe(1));
  });

  it('tells once of all that a turn brings', async () => {
    await toldOf(() => {
      for (let n = 0; n < 5; n += 1) place.make(journal);
    });
    await nextTurn();
    expect(times).toBe(1);
  });

  it('says nothing of a beginning, of nothing removed, and of what was not written', async () => {
    valueOf(journal.begin(running()));
    valueOf(journal.prune(90));
    valueOf(journal.clear());
    expect(journal.answer('no such attempt', 'caller-gone').ok).toBe(false);
    const absent = watchedJournal(unavailableJournal('no disk'), () => (times += 1));
    absent.end('attempt-1', ending);
    absent.clear();
    await nextTurn();
    await nextTurn();
    expect(times).toBe(0);
  });
});
