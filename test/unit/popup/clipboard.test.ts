import { describe, expect, it } from 'vitest';

import { emptyCompose } from '../../../renderer/popup/compose';
import { rowName } from '../../../renderer/popup/row-copy';
import { sectionsOf } from '../../../renderer/popup/rows';
import { openPopup } from './open-popup';
import { harbour, idle, marcus, maria, matches } from './samples';

const offered = { ...idle, clipboard: harbour };

describe('the number on the clipboard', () => {
  it('is the first row, before favourites and recents, and nothing is selected', async () => {
    const { view } = await openPopup(offered);
    expect(sectionsOf(offered, emptyCompose).map(({ id }) => id)).toEqual([
      'clipboard',
      'favourites',
      'recent',
    ]);
    expect(view().compose).toMatchObject({ text: '', selected: null });
  });

  it('is selected by its key, and only Enter then transfers to it', async () => {
    const { main, popup } = await openPopup(offered);
    popup.typing.selectClipboard();
    expect(main.requests('transfer:start')).toEqual([]);
    popup.typing.press({ kind: 'enter' });
    expect(main.requests('transfer:start')).toEqual([
      { address: harbour.address, role: 'agent', lineId: 'support' },
    ]);
  });

  it('is not selected by its key where it is not shown', async () => {
    const none = await openPopup(idle);
    none.popup.typing.selectClipboard();
    expect(none.view().compose.selected).toBeNull();

    const typed = await openPopup(offered);
    typed.popup.typing.type('ma');
    await typed.queries.arrive(matches('ma', maria, marcus));
    const before = typed.view().compose.selected;
    typed.popup.typing.selectClipboard();
    expect(typed.view().compose.selected).toBe(before);
  });

  it('says where it comes from and by which key it is reached', () => {
    const row = { kind: 'clipboard', key: 'clipboard', destination: harbour } as const;
    expect(rowName(row, idle, 0)).toBe('+44 20 7946 0958, from clipboard. Alt 0');
    expect(rowName({ ...row, destination: maria }, { ...idle, platform: 'darwin' }, 0)).toBe(
      'Maria Alvarez, Billing, +1 415 555 0134, from clipboard. ⌘ 0',
    );
  });

  it('counts among what there is to choose from', async () => {
    const { view } = await openPopup(offered);
    expect(view().said.words).toBe('Baton. 4 suggestions.');
  });
});
