import { describe, expect, it } from 'vitest';

import { JournalWord } from '../../../electron/shell/kiosk/journal-word';
import { Notices } from '../../../electron/shell/notices';

const aside = { code: 'journal-set-aside', params: { aside: '/old' } } as const;
const none = { code: 'journal-unavailable', params: { cause: 'EISDIR' } } as const;

function atKiosk() {
  const notices = new Notices(() => undefined);
  return { notices, journal: new JournalWord(notices) };
}

describe("a kiosk's word on its journal", () => {
  it('is that there is none, as long as there is none', () => {
    const { notices, journal } = atKiosk();
    expect(journal.word).toBe('kept');
    notices.raise(none);
    notices.raise(aside);
    journal.read();
    expect(journal.word).toBe('unavailable');
    notices.settle('journal-unavailable');
    expect(journal.word).toBe('kept');
  });

  it('is that one was set aside until somebody has been in the settings, and again of the next', () => {
    const { notices, journal } = atKiosk();
    notices.raise(aside);
    expect(journal.word).toBe('set-aside');
    journal.read();
    expect(journal.word).toBe('kept');
    notices.raise({ ...aside, params: { aside: '/newer' } });
    expect(journal.word).toBe('set-aside');
  });
});
