import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Locator, Page } from '@playwright/test';
import type { TFunction } from 'i18next';

import { directionOf, languages } from '../../electron/contract/languages';
import { managerRoutes, type ManagerRoute } from '../../electron/contract/manager';
import type { Baton } from '../support/baton';
import { callBridge } from '../support/bridge';
import { closedPort } from '../support/closed-port';
import { expect, test } from '../support/fixtures';
import { writeJournal } from '../support/history-journal';
import { samples } from '../support/history-samples';
import { layoutFaults } from '../support/layout';
import { withFolder } from '../support/own-folder';
import { pageFaults } from '../support/page-layout';
import { takePicture } from '../support/pictures';
import { walkAttempts, walkList } from '../support/popup-walk';
import { expectClosed, openPopup, takesDecisions } from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { longTongue, realTongue, serveTongue, speaker, type Tongue } from '../support/tongues';
import { TrayItem } from '../support/tray-item';

/** Long words, another direction, and both at 140 % length: these are in the way of every layout. */
const awkward: readonly Tongue[] = [
  realTongue('de'),
  realTongue('ar'),
  longTongue('en'),
  longTongue('ar'),
];
const others: readonly Tongue[] = languages
  .filter((language) => !['en', 'de', 'ar'].includes(language))
  .map(realTongue);
const network = { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 1500 };

/** The popup in the texts of a tongue. */
async function popupIn(baton: Baton, tongue: Tongue): Promise<Page> {
  const popup = await baton.page('popup');
  await serveTongue(baton.app.context(), tongue);
  await popup.reload();
  await expect(popup.getByRole('dialog')).toBeAttached();
  return popup;
}

/** The manager window on a route, opened past the keys: every route, in every language. */
async function managerOn(baton: Baton, popup: Page, route: string): Promise<Page> {
  await callBridge(popup, 'manager:open', { route });
  const manager = await baton.page('manager');
  await expect(manager.locator('main').first()).not.toHaveAttribute('aria-busy', 'true');
  return manager;
}

/** What a route shows first, in words: the texts are there, and those of the tongue. */
function landmark(manager: Page, route: ManagerRoute, say: TFunction): Locator {
  switch (route) {
    case 'history':
      return manager.getByRole('grid', { name: say('manager.history.grid.label') });
    case 'welcome':
      return manager.getByText(say('manager.welcome.connect.title'), { exact: true });
    case 'doctor':
      return manager.getByRole('heading', { level: 1, name: say('doctor.title') });
    default:
      return manager.getByRole('heading', { level: 1, name: say(`manager.pages.${route}.title`) });
  }
}

for (const tongue of awkward) {
  const say = speaker(tongue);

  test(`the popup in ${tongue.name}: nothing is cut, covered or out of place`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    test.setTimeout(180_000);
    const lines = [
      lineAt(server.url, 'support', 'Support line'),
      lineAt(`http://127.0.0.1:${await closedPort()}`, 'night', 'Night line'),
    ];
    const baton = await startBaton({
      config: realLine(server.url, {
        enforced: { language: tongue.language },
        defaults: { lines, network },
      }),
    });
    const popup = await popupIn(baton, tongue);
    await expect(popup.locator('html')).toHaveAttribute('dir', directionOf(tongue.language));
    await expect(popup.locator('html')).toHaveAttribute('lang', tongue.language);
    const look = async (state: string) => {
      await takePicture(desktop, popup, `${state}-${tongue.name}`);
      expect.soft(await layoutFaults(popup), state).toEqual([]);
    };
    const walk = { baton, popup, server, say, look };
    await walkList(walk);
    await walkAttempts(walk);
  });

  test(`on the practice line in ${tongue.name}: nothing is cut, covered or out of place`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    const baton = await startBaton({
      config: realLine(server.url, {
        enforced: { language: tongue.language },
        defaults: { network, holdBackSeconds: 10 },
        credentials: false,
      }),
    });
    const popup = await popupIn(baton, tongue);
    const look = async (state: string) => {
      await takePicture(desktop, popup, `${state}-${tongue.name}`);
      expect.soft(await layoutFaults(popup), state).toEqual([]);
    };
    await openPopup(baton);
    await expect(popup.getByText(say('popup.connect.title')).last()).toBeVisible();
    await look('connect');
    await popup.getByRole('button', { name: say('popup.connect.practice') }).click();
    await expect(popup.getByRole('note')).toBeVisible();
    await look('practice-idle');
    await baton.keys('alt+1');
    await expect(popup.getByRole('button', { name: say('popup.states.held.undo') })).toBeVisible();
    await look('practice-held');
    await takesDecisions(popup);
    await baton.keys('Return');
    const heading = popup.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(say('popup.states.accepted.title'));
    await look('practice-accepted');
  });
}

for (const tongue of [...awkward, ...others]) {
  const say = speaker(tongue);

  test(`the manager window in ${tongue.name}: nothing is cut, covered or out of place`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    await withFolder(async (folder) => {
      const contacts = join(folder, 'contacts.csv');
      writeFileSync(contacts, 'name,number\nEmma Lindqvist,+46855500142\nNobody,12\n');
      const userData = join(folder, 'user-data');
      writeJournal(userData, samples());
      const baton = await startBaton({
        userData,
        config: realLine(server.url, {
          defaults: { language: tongue.language, network, directory: { files: [contacts] } },
        }),
      });
      const popup = await popupIn(baton, tongue);
      const look = async (manager: Page, state: string) => {
        await takePicture(desktop, manager, `manager-${state}-${tongue.name}`);
        expect.soft(await pageFaults(manager), state).toEqual([]);
      };
      for (const route of managerRoutes) {
        const manager = await managerOn(baton, popup, route);
        if (route === managerRoutes[0]) await manager.reload();
        await expect(manager.locator('html')).toHaveAttribute('dir', directionOf(tongue.language));
        await expect(landmark(manager, route, say)).toBeVisible();
        if (route === 'directory') await expect(manager.getByText(/Emma Lindqvist/u)).toBeVisible();
        if (route === 'doctor') {
          await expect(manager.locator('[data-state=asking]')).toBeVisible();
          await expect(manager.locator('[data-state=running]')).toHaveCount(0);
        }
        await look(manager, route);
        if (route === 'lines') {
          await manager.getByRole('button', { name: say('manager.lines.add') }).click();
          await expect(manager.getByLabel(say('manager.lines.form.phloId'))).toBeVisible();
          await look(manager, 'line-form');
        }
        if (route === 'history') {
          await manager.getByRole('grid').focus();
          await manager.keyboard.press('Home');
          await manager.keyboard.press('Enter');
          const close = manager.getByRole('button', { name: say('manager.history.drawer.close') });
          await expect(close).toBeVisible();
          await look(manager, 'history-details');
        }
      }
    });
  });
}

test('another language takes effect at once, in every window and in the tray', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  const tray = await TrayItem.on(desktop);
  const manager = await managerOn(baton, popup, 'behaviour');
  const choice = manager.locator('[data-setting=language] select');
  await expect(manager.getByRole('heading', { level: 1, name: 'Behaviour' })).toBeVisible();
  await expect(popup.getByText('Pretend caller', { exact: true })).toBeAttached();

  for (const language of ['de', 'ar', 'fr'] as const) {
    const tongue = realTongue(language);
    const say = speaker(tongue);
    await choice.selectOption(language);
    await expect(
      manager.getByRole('heading', { level: 1, name: say('manager.pages.behaviour.title') }),
    ).toBeVisible();
    // The person goes on where they are.
    await expect(choice).toHaveValue(language);
    for (const page of [manager, popup]) {
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language));
    }
    const caller = say('popup.practice.callerName');
    await expect(popup.getByText(caller, { exact: true })).toBeAttached();
    await expect(popup.getByRole('combobox', { includeHidden: true })).toHaveAccessibleName(
      say('popup.field.label'),
    );
    const main = realTongue(language).texts('main')['tray'];
    const quit = typeof main === 'object' ? main['quit'] : undefined;
    await expect.poll(async () => (await tray.menu()).map(({ label }) => label)).toContain(quit);
  }

  await choice.selectOption('system');
  await expect(manager.getByRole('heading', { level: 1, name: 'Behaviour' })).toBeVisible();
});

test('a country is named in the language of the interface', async ({ startBaton, server }) => {
  const baton = await startBaton({
    config: realLine(server.url, { enforced: { language: 'de' } }),
  });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.type('+442079460958');
  await expect(popup.getByText(/Vereinigtes Königreich/u).first()).toBeVisible();
  await baton.keys('ctrl+a', 'BackSpace', 'Escape');
  await expectClosed(baton);
});

test("the system's language is taken where no other is set", async ({ startBaton }) => {
  const baton = await startBaton({ env: { LANGUAGE: 'fr_FR:en', LANG: 'C.UTF-8' } });
  const popup = await baton.page('popup');
  await expect(popup.locator('html')).toHaveAttribute('lang', 'fr');
});

const mostKibibytes = 160;

test('the popup starts with its own texts in one language, and stays small', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  await expect(popup.getByRole('dialog')).toBeAttached();
  const asked: string[] = [];
  popup.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await popup.reload();
  await expect(popup.getByRole('dialog')).toBeAttached();
  const scripts = asked.filter((path) => path.endsWith('.js'));
  const sizes = scripts.map((path) => {
    const file = readFileSync(resolve(import.meta.dirname, `../../dist/renderer${path}`));
    return { path, bytes: gzipSync(file).byteLength };
  });
  const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
  const rows = sizes.map(({ path, bytes }) => `  ${(bytes / 1024).toFixed(1)} KiB  ${path}`);
  process.stdout.write(`${[...rows, `  ${(sum / 1024).toFixed(1)} KiB gzip in all`].join('\n')}\n`);
  expect(sum).toBeLessThan(mostKibibytes * 1024);
  const files = scripts.map((path) => path.replace(/^.*\//u, '').replace(/-.*/u, ''));
  expect(files.filter((name) => name === 'common')).toHaveLength(1);
  expect(files).not.toContain('manager');
});
