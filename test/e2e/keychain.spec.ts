import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import type { Baton, Desktop } from '../support/baton';
import { configFor, fake } from '../support/line';
import { closeManager, openManager, typeInto } from '../support/manager-window';
import { expect, test } from '../support/own-desktop';
import { withFolder } from '../support/own-folder';
import { openPopup } from '../support/popup-window';
import { jsonAnswer } from '../support/recording-server';
import { clearToken, storedToken } from '../support/secret-service';
import { Traces } from '../support/traces';
import { leavePopup, transferTo, typeNumber } from '../support/transfer';

const { authId, authToken } = fake;
const number = '4155550134';
/** Another one is asked about no repeat. */
const otherNumber = '4155550161';
const outOfReach = 'The sign-in is out of reach';
const noKeychain = 'No system keychain';

/** A line and the Auth ID from the administrator; the token is the person's to give. */
const withoutToken = (apiBaseUrl: string) => ({
  ...configFor(apiBaseUrl, { authId, closeAfterMs: null }),
  credentials: undefined,
});

/** The same with the token in the file. */
const withToken = (apiBaseUrl: string) => configFor(apiBaseUrl, { closeAfterMs: null });

/** Presses Enter on a number and expects a notice in place of an attempt. */
async function expectNotice(baton: Baton, popup: Page, title: string, to = number): Promise<void> {
  await typeNumber(baton, popup, to);
  await baton.keys('Return');
  const notice = popup.getByRole('alertdialog', { name: title });
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Nothing was sent.');
}

/** The group of the Auth token on the Account page. */
const tokenRow = (manager: Page) => manager.getByRole('group', { name: 'Auth token' });

/** Leaves a notice and then the popup. */
async function leaveNotice(baton: Baton, popup: Page): Promise<void> {
  await baton.keys('Escape');
  await expect(popup.getByRole('combobox')).toBeFocused();
  await leavePopup(baton);
}

const tracesOnDisk = (desktop: Desktop, userData: string): string[] => {
  const traces = new Traces(authToken);
  return [...traces.inFolder(userData), ...traces.inFolder(desktop.home)];
};

test('without a session bus Baton sends nothing, stores nothing, and offers the token for this run', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'none' });
  await withFolder(async (userData) => {
    const baton = await startOn(desktop, { userData, config: withoutToken(server.url) });
    const popup = await baton.page('popup');
    await expectNotice(baton, popup, noKeychain);
    await expect(popup.getByRole('alertdialog')).toContainText(
      'Baton keeps the token nowhere else.',
    );
    await popup.getByRole('button', { name: 'Use for this run only' }).click();

    const manager = await baton.page('manager');
    const row = tokenRow(manager);
    await expect(row.getByText(noKeychain)).toBeVisible();
    await expect(row.getByText('Install or start one (gnome-keyring, KWallet)')).toBeVisible();
    await expect(row.getByRole('button', { name: 'Save' })).toHaveCount(0);
    await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
    await typeInto(baton, manager, 'New Auth token', authToken);
    await row.getByRole('button', { name: 'Use for this run only' }).click();
    await expect(row.getByText('Kept for this run only')).toBeVisible();
    await closeManager(baton, manager);
    expect(server.requests).toHaveLength(0);

    await transferTo(baton, popup, number, 'accepted');
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toContain(
      `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`,
    );
    await leavePopup(baton);
    expect(tracesOnDisk(desktop, userData)).toEqual([]);
    await baton.app.close();
    expect(tracesOnDisk(desktop, userData)).toEqual([]);

    // It was for that run only.
    const again = await startOn(desktop, { userData, config: withoutToken(server.url) });
    await expectNotice(again, await again.page('popup'), noKeychain, otherNumber);
    expect(server.requests).toHaveLength(1);
  });
});

test('a token that the file brings without a keychain is told of and written nowhere', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'none' });
  await withFolder(async (userData) => {
    const baton = await startOn(desktop, { userData, config: withToken(server.url) });
    const manager = await openManager(baton);
    const messages = manager.getByRole('list', { name: 'Messages' });
    await expect(messages).toContainText('The sign-in of the configuration file was not stored');
    await expect(messages).toContainText(noKeychain);
    await baton.app.close();
    expect(tracesOnDisk(desktop, userData)).toEqual([]);
    expect(new Traces(authToken).in(Buffer.from(baton.output), 'output')).toEqual([]);
  });
});

test('a keychain that was locked after the token was saved is out of reach until it is unlocked', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'unlocked' });
  await withFolder(async (userData) => {
    const first = await startOn(desktop, { userData, config: withToken(server.url) });
    await expect.poll(() => storedToken(desktop, authId)).toBe(authToken);
    await first.app.close();
    await desktop.lockKeychain();

    const baton = await startOn(desktop, { userData, config: withoutToken(server.url) });
    const popup = await baton.page('popup');
    await expectNotice(baton, popup, outOfReach);
    // Trying again changes nothing while it is locked.
    await popup.getByRole('button', { name: 'Try again' }).click();
    await expect(popup.getByRole('alertdialog', { name: outOfReach })).toBeVisible();
    expect(server.requests).toHaveLength(0);

    await desktop.unlockKeychain();
    await popup.getByRole('button', { name: 'Try again' }).click();
    await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toContain(
      `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`,
    );
  });
});

test('the Account page says that a locked keychain is out of reach, and finds it unlocked', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'unlocked' });
  const baton = await startOn(desktop, { config: withToken(server.url) });
  await expect.poll(() => storedToken(desktop, authId)).toBe(authToken);
  const manager = await openManager(baton);
  const row = tokenRow(manager);
  await expect(row.getByText('Stored in the system keychain')).toBeVisible();

  // Locked while Baton runs: the test of the connection is what notices it.
  await desktop.lockKeychain();
  await manager.getByRole('button', { name: 'Test connection' }).click();
  await expect(row.getByText(outOfReach)).toBeVisible();
  await expect(row.getByText('Unlock the keychain and try again.')).toBeVisible();
  expect(server.requests).toHaveLength(0);

  await desktop.unlockKeychain();
  await row.getByRole('button', { name: 'Try again' }).click();
  await expect(row.getByText('Stored in the system keychain')).toBeVisible();
});

test('a locked keychain that never held a token takes none, and takes it once it is unlocked', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'locked' });
  await withFolder(async (userData) => {
    const baton = await startOn(desktop, { userData, config: withoutToken(server.url) });
    const popup = await baton.page('popup');
    await baton.pressShortcut();
    await expect(
      popup.getByText('Connect Plivo to transfer real calls.', { exact: true }),
    ).toBeVisible();
    await leavePopup(baton);

    const manager = await openManager(baton);
    const row = tokenRow(manager);
    await expect(row.getByText('No Auth token yet')).toBeVisible();
    await typeInto(baton, manager, 'New Auth token', authToken);
    await baton.keys('Return');
    await expect(row.getByText(outOfReach)).toBeVisible();
    await expect(row.getByText('Unlock the keychain, then try again.')).toBeVisible();
    expect(tracesOnDisk(desktop, userData)).toEqual([]);

    await desktop.unlockKeychain();
    expect(await storedToken(desktop, authId)).toBeNull();
    await row.getByRole('button', { name: 'Save' }).click();
    await expect(row.getByText('Stored in the system keychain')).toBeVisible();
    expect(await storedToken(desktop, authId)).toBe(authToken);
    expect(server.requests).toHaveLength(0);
  });
});

test("a token in the administrator's file is taken once the keychain is unlocked, without a restart", async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'locked' });
  const baton = await startOn(desktop, { config: withToken(server.url) });
  const popup = await baton.page('popup');
  const manager = await openManager(baton);
  const messages = manager.getByRole('list', { name: 'Messages' });
  await expect(messages).toContainText('The sign-in of the configuration file was not stored');
  // It is there, and only out of reach: nobody is asked to sign in anew.
  await expect(tokenRow(manager).getByText(outOfReach)).toBeVisible();
  await tokenRow(manager).getByRole('button', { name: 'Try again' }).click();
  await expect(tokenRow(manager).getByText(outOfReach)).toBeVisible();
  expect(readFileSync(baton.configFile, 'utf8')).toContain(authToken);
  await closeManager(baton, manager);

  await desktop.unlockKeychain();
  await transferTo(baton, popup, '+14155550134', 'accepted');
  expect(server.requests).toHaveLength(1);
  expect(await storedToken(desktop, authId)).toBe(authToken);
  expect(readFileSync(baton.configFile, 'utf8')).not.toContain(authToken);
});

test('an entry removed behind its back is out of reach, never a first run, and can be replaced', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'unlocked' });
  const baton = await startOn(desktop, { config: withToken(server.url) });
  const popup = await baton.page('popup');
  await expect.poll(() => storedToken(desktop, authId)).toBe(authToken);
  await clearToken(desktop, authId);
  expect(await storedToken(desktop, authId)).toBeNull();

  await expectNotice(baton, popup, outOfReach);
  await leaveNotice(baton, popup);
  const manager = await openManager(baton);
  const row = tokenRow(manager);
  await expect(row.getByText('If the entry is gone, replace the Auth token.')).toBeVisible();
  await row.getByRole('button', { name: 'Replace…' }).click();
  await typeInto(baton, manager, 'New Auth token', `${authToken}-new`);
  await baton.keys('Return');
  await expect(row.getByText('Stored in the system keychain')).toBeVisible();
  expect(await storedToken(desktop, authId)).toBe(`${authToken}-new`);
  expect(server.requests).toHaveLength(0);
});

test('removing the token on the Account page removes it from the keychain', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'unlocked' });
  await withFolder(async (userData) => {
    const baton = await startOn(desktop, { userData, config: withoutToken(server.url) });
    const popup = await baton.page('popup');
    const manager = await openManager(baton);
    const row = tokenRow(manager);
    await typeInto(baton, manager, 'New Auth token', authToken);
    await baton.keys('Return');
    await expect(row.getByText('Stored in the system keychain')).toBeVisible();
    expect(await storedToken(desktop, authId)).toBe(authToken);

    // Asking first, and "Cancel" keeps it.
    await row.getByRole('button', { name: 'Remove' }).click();
    const question = manager.getByRole('alertdialog', { name: 'Remove the Auth token?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toHaveCount(0);
    expect(await storedToken(desktop, authId)).toBe(authToken);

    await row.getByRole('button', { name: 'Remove' }).click();
    await question.getByRole('button', { name: 'Remove' }).click();
    await expect(row.getByText('No Auth token yet')).toBeVisible();
    expect(await storedToken(desktop, authId)).toBeNull();
    await closeManager(baton, manager);

    // Nothing is left that would call it lost at the next start.
    await baton.app.close();
    const again = await startOn(desktop, { userData, config: withoutToken(server.url) });
    await openPopup(again);
    const nextPopup = await again.page('popup');
    await expect(
      nextPopup.getByText('Connect Plivo to transfer real calls.', { exact: true }),
    ).toBeVisible();
    expect(popup.isClosed()).toBe(true);
    expect(server.requests).toHaveLength(0);
  });
});

test('testing the connection is a GET that says whether the sign-in works', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'unlocked' });
  const baton = await startOn(desktop, { config: withToken(server.url) });
  await expect.poll(() => storedToken(desktop, authId)).toBe(authToken);
  const manager = await openManager(baton);
  const button = manager.getByRole('button', { name: 'Test connection' });

  server.reply(jsonAnswer('200 OK', { node_id: fake.nodeId, phlo_id: fake.phloId }));
  await button.click();
  await expect(manager.locator('.result')).toContainText('Sign-in works. Plivo knows this line.');

  server.reply(jsonAnswer('401 Unauthorized', { error: 'authentication failed' }));
  await button.click();
  const problem = manager.locator('.test__problem');
  await expect(problem).toContainText('Plivo refused the test');
  await expect(problem).toContainText('Sign-in failed (401)');

  const request = `GET /v1/phlo/${fake.phloId}/multi_party_call/${encodeURIComponent(fake.nodeId)}`;
  expect(server.requests).toHaveLength(2);
  for (const received of server.requests) {
    expect(received.split(' HTTP/1.1')[0]).toBe(request);
    expect(received.slice(received.indexOf('\r\n\r\n'))).toBe('\r\n\r\n');
  }

  await server.close();
  await button.click();
  await expect(problem).toContainText('The test did not reach Plivo');
  await expect(problem).toContainText('The connection was turned away.');
  expect(server.requests).toHaveLength(2);
});
