import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '../support/fixtures';
import { configFor, fake } from '../support/line';
import { closeManager, openManager, showPage, typeInto } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { storedSettings } from '../support/settings-file';
import { typeNumber } from '../support/transfer';

test('the time to undo applies at once: 0 s sends without waiting, and the page says so', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: configFor(server.url, { holdBackSeconds: 10 }) });
  const popup = await baton.page('popup');
  const manager = await openManager(baton, 'Behaviour');
  await typeInto(baton, manager, 'Time to undo', '0');
  await baton.keys('Return');
  await expect(
    manager.getByText("0 s: a transfer is sent at once and can't be undone."),
  ).toBeVisible();
  expect(storedSettings(baton).holdBackSeconds).toBe(0);
  await closeManager(baton, manager);

  await typeNumber(baton, popup, '4155550134');
  await baton.keys('Return');
  expect(await server.arrived(1)).toContain('"to":"+14155550134"');
});

test('what is no number of seconds stays in the field, and nothing is changed', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'Behaviour');
  await typeInto(baton, manager, 'Time to undo', '11');
  await baton.keys('Return');
  const field = manager.getByLabel('Time to undo');
  await expect(manager.getByText('A number of seconds from 0 to 10.').first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  // A look at another page loses nothing typed.
  await showPage(manager, 'Privacy');
  await showPage(manager, 'Behaviour');
  await expect(field).toHaveValue('11');
  expect(storedSettings(baton).holdBackSeconds).toBeUndefined();
});

test('what is no region stays in the field, and the one that is meant is named', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'Lines');
  await typeInto(baton, manager, 'Region', 'uk');
  await baton.keys('Return');
  const field = manager.getByLabel('Region');
  await expect(
    manager.getByText(/^UK has no telephone numbers of its own\..* Type GB,/).first(),
  ).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue('uk');
  expect(storedSettings(baton).region).toBeUndefined();

  await typeInto(baton, manager, 'Region', 'gb');
  await baton.keys('Return');
  await expect(field).toHaveValue('GB');
  await expect(manager.getByText(/belong to United Kingdom\./)).toBeVisible();
  expect(storedSettings(baton).region).toBe('GB');
});

test('the popup stays open after Plivo accepted, or closes by itself, as it is set', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: configFor(server.url, { closeAfterMs: 0 }) });
  const popup = await baton.page('popup');
  const manager = await openManager(baton, 'Behaviour');
  await expect(manager.getByLabel('Closes after')).toHaveValue('0');
  await manager.getByText('Stays open', { exact: true }).click();
  await expect(manager.getByLabel('Closes after')).toHaveCount(0);
  await expect.poll(() => storedSettings(baton).closeAfterMs).toBeNull();

  await typeNumber(baton, popup, '4155550134');
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();

  await manager.getByText('Closes by itself', { exact: true }).click();
  await expect(manager.getByLabel('Closes after')).toHaveValue('2');
  await expect.poll(() => storedSettings(baton).closeAfterMs).toBe(2000);
});

test('clipboard, theme and language apply at once and last', async ({ startBaton }) => {
  await withFolder(async (userData) => {
    const baton = await startBaton({ userData });
    const popup = await baton.page('popup');
    const manager = await openManager(baton, 'Behaviour');
    const offer = manager.getByRole('switch', { name: 'Offer the number in the clipboard' });
    await expect(offer).toBeChecked();
    await offer.focus();
    await baton.keys('space');
    await expect(offer).not.toBeChecked();

    await manager.getByText('Dark', { exact: true }).click();
    for (const page of [manager, popup]) {
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    }
    const language = manager.locator('[data-setting="language"] select');
    await language.focus();
    await baton.type('Deu');
    for (const page of [manager, popup]) {
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    }
    // The control that was used keeps the focus, whatever language its page is in now.
    await expect(language).toBeFocused();
    expect(storedSettings(baton)).toMatchObject({
      clipboardOffer: false,
      theme: 'dark',
      language: 'de',
    });
    await language.selectOption('system');
    await expect(manager.getByRole('heading', { level: 1, name: 'Behaviour' })).toBeVisible();
  });
});

test('what cannot be written is said in three parts, and the control stays as it was', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'Behaviour');
  // Where a folder stands in its place, no file can be written, whoever tries.
  const file = join(baton.userData, 'settings.json');
  rmSync(file);
  mkdirSync(join(file, 'in the way'), { recursive: true });
  await manager.getByText('Light', { exact: true }).click();
  const problem = manager.locator('.problem');
  await expect(problem).toContainText('Baton could not write its settings');
  await expect(problem).toContainText('Nothing was changed: EISDIR.');
  await expect(problem).toContainText('What to do');
  await expect(manager.getByRole('radio', { name: 'System' })).toBeChecked();
});

test('what the administrator enforces is shown with a lock, as text', async ({
  startBaton,
  server,
}) => {
  const { defaults } = configFor(server.url);
  const baton = await startBaton({
    config: {
      version: 1,
      defaults,
      enforced: {
        holdBackSeconds: 3,
        closeAfterMs: null,
        clipboardOffer: false,
        theme: 'dark',
        language: 'en',
        launchAtLogin: false,
        historyDays: 30,
        favourites: [{ name: 'Maria Alvarez', address: '+14155550134' }],
        directory: { files: [] },
      },
      credentials: { authId: fake.authId },
    },
  });
  const manager = await openManager(baton, 'Behaviour');
  const locked = manager.locator('main .set--locked');
  await expect(locked).toHaveText([
    /3 seconds/u,
    /Stays open/u,
    /Off/u,
    /Off/u,
    /Dark/u,
    /English/u,
  ]);
  await expect(manager.locator('main').locator('input, select')).toHaveCount(0);
  await showPage(manager, 'Privacy');
  await expect(locked).toHaveText([/30 days/u]);
  await showPage(manager, 'Directory');
  await expect(locked).toHaveText([/Maria Alvarez/u]);
  await expect(manager.getByRole('button', { name: 'Add a favourite…' })).toHaveCount(0);
  await expect(manager.getByLabel('Watch a file')).toHaveCount(0);
});
