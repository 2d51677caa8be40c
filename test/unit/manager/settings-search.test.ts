import { createElement } from 'react';
// Looks at the window when it is loaded, and wants a whole one or none.
import 'react-aria-components';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { settingsRoutes, type ManagerState } from '../../../electron/contract/manager';
import { settingKeys } from '../../../electron/contract/settings';
import { fakeBridge } from './fake-bridge';
import { managerState } from './manager-state';

fakeBridge();
const { pages } = await import('../../../renderer/manager/pages');
const { findSettings } = await import('../../../renderer/manager/search/find-settings');
const { settingIds, settingsIndex } =
  await import('../../../renderer/manager/search/settings-index');

const full: ManagerState = {
  ...managerState({ network: { ...managerState({}).settings.network, proxy: 'http://proxy:1' } }),
};
const managed: ManagerState = { ...full, sources: { ...full.sources } };
for (const key of settingKeys) managed.sources[key] = 'enforced';

const markupOf = (route: (typeof settingsRoutes)[number], state: ManagerState): string => {
  const page = pages.find((entry) => entry.route === route);
  if (page === undefined) throw new Error(`no page ${route}`);
  return renderToStaticMarkup(createElement(page.Page, { state }));
};

/** The elements that the search can lead to, each with its markup up to the next one. */
function controlsOf(markup: string): { readonly id: string; readonly markup: string }[] {
  return markup
    .split(/(?=data-setting=")/u)
    .slice(1)
    .map((part) => ({ id: /^data-setting="([^"]+)"/u.exec(part)?.[1] ?? '', markup: part }));
}

const plainText = (markup: string): string =>
  markup
    .replace(/<[^>]*>/gu, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');

const idsFor = (text: string): string[] => findSettings(text).map(({ id }) => id);

describe('every setting on the pages', () => {
  for (const route of settingsRoutes) {
    it(`of ${route} carries an id of the index, and is found first by its own label`, () => {
      const controls = controlsOf(markupOf(route, full));
      expect(controls.length).toBeGreaterThan(0);
      for (const { id, markup } of controls) {
        const known = settingIds.find((one) => one === id);
        if (known === undefined) throw new Error(`${id} is not in the index`);
        const { route: indexed, label } = settingsIndex[known];
        expect(indexed, id).toBe(route);
        expect(plainText(markup), id).toContain(label());
        expect(idsFor(label())[0], id).toBe(id);
      }
    });

    it(`of ${route} that has a label of its own has an id`, () => {
      // A row before the first id, or a second row of one control, would have none.
      for (const state of [full, managed]) {
        const [before = '', ...controls] = markupOf(route, state).split(/(?=data-setting=")/u);
        expect(before).not.toContain('set__label');
        for (const control of controls) {
          const id = /^data-setting="([^"]+)"/u.exec(control)?.[1] ?? '';
          const labels = control.split('set__label').length - 1;
          // Groups that are led to as a whole hold rows that are read, not set.
          const ledToAsAWhole = ['kept', 'appFiles', 'runtime'].includes(id);
          expect(ledToAsAWhole || labels <= 1, id).toBe(true);
        }
      }
    });
  }

  it('is in the index, and nothing else is', () => {
    const shown = settingsRoutes.flatMap((route) => controlsOf(markupOf(route, full)));
    expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(settingIds));
  });

  it('is found where the administrator set it, too', () => {
    const shown = settingsRoutes.flatMap((route) => controlsOf(markupOf(route, managed)));
    const ids = new Set(shown.map(({ id }) => id));
    for (const id of ['authId', 'proxy', 'region', 'shortcut', 'holdBackSeconds', 'closing']) {
      expect(ids).toContain(id);
    }
    for (const id of ['clipboardOffer', 'theme', 'language', 'historyDays', 'favourites']) {
      expect(ids).toContain(id);
    }
  });
});

describe('the search', () => {
  it('finds by words that stand nowhere on the page', () => {
    expect(idsFor('hotkey')[0]).toBe('shortcut');
    expect(idsFor('dark mode')[0]).toBe('theme');
    expect(idsFor('retention')).toEqual(['historyDays']);
    expect(idsFor('hold back')[0]).toBe('holdBackSeconds');
    expect(idsFor('Deutsch')).toEqual(['language']);
    expect(idsFor('certificate')).toEqual(['caFile']);
  });

  it('takes the words in any order, and beginnings of words', () => {
    expect(idsFor('unD tO')[0]).toBe('holdBackSeconds');
    expect(idsFor('undo time')[0]).toBe('holdBackSeconds');
  });

  it('finds everything of a page by the page’s name', () => {
    expect(new Set(findSettings('behaviour').map(({ route }) => route))).toEqual(
      new Set(['behaviour']),
    );
  });

  it('makes nothing of case, accents and marks', () => {
    expect(idsFor('ESPANOL')).toEqual(['language']);
    expect(idsFor('  thème!')[0]).toBe('theme');
    expect(idsFor('العربية')).toEqual(['language']);
    expect(idsFor('हिन्दी')).toEqual(['language']);
  });

  it('finds nothing for nothing, and nothing for a word that no setting has', () => {
    expect(idsFor('')).toEqual([]);
    expect(idsFor(' - ')).toEqual([]);
    expect(idsFor('xylophone')).toEqual([]);
  });
});
