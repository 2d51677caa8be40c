import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { makeAppImage } from '../support/app-image';
import type { Baton } from '../support/baton';
import { expect, test as base } from '../support/fixtures';
import { version } from '../support/line';
import { openManager } from '../support/manager-window';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { TrayItem } from '../support/tray-item';
import { startUpdateFeed } from '../support/update-feed';

const newer = '99.0.0';

interface UpdateFixtures {
  readonly feed: Awaited<ReturnType<typeof startUpdateFeed>>;
  readonly appImage: Awaited<ReturnType<typeof makeAppImage>>;
}

const test = base.extend<UpdateFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  feed: async ({}, provide) => {
    const feed = await startUpdateFeed();
    await provide(feed);
    await feed.close();
  },
  appImage: async ({ feed, desktop }, provide) => {
    const appImage = await makeAppImage(feed.url);
    await provide(appImage);
    appImage.remove();
    rmSync(join(desktop.home, '.cache', 'baton-updater'), { recursive: true, force: true });
  },
});

const settings = (updates: 'on' | 'off') => ({ version: 1, defaults: { updates } });

/** Whether the code that updates Baton is in its memory. */
const isLoaded = (baton: Baton) =>
  baton.app.evaluate(() => {
    // oxlint-disable-next-line typescript/no-deprecated -- Electron's evaluate has no require of its own
    const modules: unknown = Reflect.get(process.mainModule?.constructor ?? {}, '_cache');
    const files = typeof modules === 'object' && modules !== null ? Object.keys(modules) : [];
    return files.some((file) => file.endsWith('updater.cjs'));
  });

/** The group of the About page, beside what is announced. */
const groupOf = (manager: Page) => manager.getByRole('region', { name: 'Updates' });

test('updates are off: nothing is loaded and nobody asked, until somebody switches them on', async ({
  startBaton,
  feed,
  appImage,
}) => {
  feed.publish(version, appImage.newer);
  const { program, env } = appImage;
  const baton = await startBaton({ program, env });
  expect(await isLoaded(baton)).toBe(false);
  const manager = await openManager(baton, 'About');
  await expect(groupOf(manager)).toContainText('Baton looks for no new versions.');
  await expect(manager.getByRole('button', { name: 'Check now' })).toHaveCount(0);
  expect(feed.requests).toEqual([]);

  await manager.getByText('Look and install', { exact: true }).click();
  await expect(groupOf(manager)).toContainText(/This is the newest version\. Looked at /);
  expect(await isLoaded(baton)).toBe(true);
  expect(feed.requests.map(({ path }) => path)).toEqual(['/latest-linux.yml']);
  // Nobody is told apart by an id.
  expect(feed.requests[0]?.stagingId).toMatch(/^[0-]+$/);
});

test('where there is no answer it says so, and asks again when it is told to', async ({
  startBaton,
  feed,
  appImage,
}) => {
  const { program, env } = appImage;
  const baton = await startBaton({ program, env, config: settings('on') });
  const manager = await openManager(baton, 'About');
  await expect(groupOf(manager)).toContainText(/No new version was found: .*404/);
  feed.publish(version, appImage.newer);
  await manager.getByRole('button', { name: 'Check now' }).press('Enter');
  await expect(groupOf(manager)).toContainText('This is the newest version.');
});

test('a new version is brought, waits for the transfer that is held, and is started in the place of this one', async ({
  startBaton,
  feed,
  appImage,
  server,
}) => {
  feed.publish(newer, appImage.newer);
  const { program, env } = appImage;
  const defaults = { updates: 'on', holdBackSeconds: 10 };
  const config = realLine(server.url, { defaults });
  const baton = await startBaton({ program, env, config });
  const popup = await baton.page('popup');
  const manager = await openManager(baton, 'About');
  await expect(groupOf(manager)).toContainText(`Version ${newer} is ready.`);
  expect(readFileSync(appImage.file, 'utf8')).toBe('the old one');

  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  const restart = manager.getByRole('button', { name: 'Restart now' });
  const tray = await TrayItem.on(baton.desktop);
  const labels = (await tray.menu()).map(({ label }) => label);
  expect(labels).toContain(`Restart to update to ${newer}`);
  await restart.click();
  await expect(groupOf(manager)).toContainText('A transfer is under way');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByRole('status')).toContainText('Cancelled.');
  expect(server.requests).toEqual([]);
  expect(readFileSync(appImage.file, 'utf8')).toBe('the old one');

  await restart.click();
  expect(await baton.ended()).toBe(0);
  await expect.poll(() => appImage.startedWith()).not.toBeNull();
  expect(readFileSync(appImage.file, 'utf8')).toBe(appImage.newer);
  expect(appImage.startedWith()).toEqual(
    expect.arrayContaining([
      '--hidden',
      `--user-data-dir=${baton.userData}`,
      `--config=${baton.configFile}`,
    ]),
  );
  expect(server.requests).toEqual([]);
});

test('a version that is ready is installed when Baton quits, and not where updates were switched off', async ({
  startBaton,
  feed,
  appImage,
}) => {
  feed.publish(newer, appImage.newer);
  const { program, env } = appImage;
  for (const [choice, content] of [
    ['Off', 'the old one'],
    ['Look and install', appImage.newer],
  ] as const) {
    const baton = await startBaton({ program, env, config: settings('on') });
    const manager = await openManager(baton, 'About');
    await expect(groupOf(manager)).toContainText(`Version ${newer} is ready.`);
    await manager.getByText(choice, { exact: true }).click();
    if (choice === 'Off') {
      await expect(groupOf(manager)).toContainText('Baton looks for no new versions.');
    }
    baton.signal('SIGTERM');
    expect(await baton.ended()).toBe(0);
    expect(readFileSync(appImage.file, 'utf8'), choice).toBe(content);
  }
  expect(appImage.startedWith()).toBeNull();
});

test('new versions are looked for through the proxy of the settings', async ({
  startBaton,
  feed,
}) => {
  feed.publish(version, '');
  // A name that nobody has: only the proxy can answer for it.
  const appImage = await makeAppImage('http://updates.invalid');
  try {
    const { program, env } = appImage;
    const network = { proxy: feed.url };
    const config = { version: 1, defaults: { updates: 'on', network } };
    const baton = await startBaton({ program, env, config });
    const manager = await openManager(baton, 'About');
    await expect(groupOf(manager)).toContainText('This is the newest version.');
    expect(feed.requests.map(({ path }) => path)).toEqual(['/latest-linux.yml']);
    await baton.close();
  } finally {
    appImage.remove();
  }
});

test('what the administrator enforces is locked, and off asks nobody', async ({
  startBaton,
  feed,
  appImage,
}) => {
  const { program, env } = appImage;
  const config = { version: 1, enforced: { updates: 'off' } };
  const baton = await startBaton({ program, env, config });
  const manager = await openManager(baton, 'About');
  const group = groupOf(manager);
  await expect(group).toContainText('Managed');
  await expect(group.getByRole('radio')).toHaveCount(0);
  await expect(group).toContainText('Baton looks for no new versions.');
  expect(await isLoaded(baton)).toBe(false);
  expect(feed.requests).toEqual([]);
});

test('what others update does not update itself, whatever is set', async ({
  startBaton,
  feed,
  appImage,
}) => {
  // As a package of the system has it: the same program, and no AppImage around it.
  const { program } = appImage;
  const baton = await startBaton({ program, config: settings('on') });
  const manager = await openManager(baton, 'About');
  await expect(groupOf(manager)).toContainText('This Baton is updated by whoever installed it');
  await expect(manager.getByText('Look and install', { exact: true })).toHaveCount(0);
  expect(await isLoaded(baton)).toBe(false);
  expect(feed.requests).toEqual([]);
});
