import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { configFor } from '../support/line';
import { closeManager, openManager, typeInto } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { processTree, renderersOf } from '../support/processes';
import { jsonAnswer, type RecordingServer } from '../support/recording-server';
import { storedToken } from '../support/secret-service';
import { Traces } from '../support/traces';
import { leavePopup, transferTo } from '../support/transfer';

const basic = (authId: string, token: string) =>
  `Authorization: Basic ${Buffer.from(`${authId}:${token}`).toString('base64')}`;

/** One transfer that is accepted and one that Plivo refuses, both with the token on the wire. */
async function transferTwice(
  baton: Baton,
  popup: Page,
  server: RecordingServer,
  authorization: string,
): Promise<void> {
  await transferTo(baton, popup, '4155550134', 'accepted');
  await leavePopup(baton);
  server.reply(jsonAnswer('401 Unauthorized', { error: 'authentication failed' }));
  await transferTo(baton, popup, '4155550161', 'refused');
  await leavePopup(baton);
  expect(server.requests).toHaveLength(2);
  for (const request of server.requests) expect(request).toContain(authorization);
}

/** What Baton itself sees as its environment: of `/proc` Electron's processes wipe it. */
async function environmentOf(baton: Baton): Promise<string> {
  return await baton.app.evaluate(() => JSON.stringify(process.env));
}

/** Everything outside the Secret Service where the token could have been left. */
async function tracesOf(token: string, baton: Baton, popup: Page): Promise<string[]> {
  const traces = new Traces(token);
  return [
    ...traces.inFolder(baton.userData),
    ...traces.inFolder(baton.desktop.home),
    ...traces.in(Buffer.from(baton.output), 'stdout and stderr'),
    ...traces.inProcesses(baton.pid),
    ...traces.in(Buffer.from(await environmentOf(baton)), 'environment'),
    ...(await traces.inHeap(popup)),
  ];
}

test('a token from a configuration file is in the Secret Service and nowhere else', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0SECRET00FILE0';
  const authToken = 'fake-token-for-tests-from-a-file-0123456789';
  await withFolder(async (userData) => {
    const baton = await startBaton({
      userData,
      config: {
        ...configFor(server.url, { closeAfterMs: null }),
        credentials: { authId, authToken },
      },
    });
    const popup = await baton.page('popup');
    await expect.poll(() => storedToken(desktop, authId)).toBe(authToken);
    await transferTwice(baton, popup, server, basic(authId, authToken));

    expect(await tracesOf(authToken, baton, popup)).toEqual([]);
    // The Auth ID is no secret: it is in the settings, and the search goes through that very file.
    expect(new Traces(authId).inFolder(userData)).toContain(
      `${join(userData, 'settings.json')}: as it is`,
    );
    // What Chromium writes only as it ends.
    await baton.app.close();
    expect(new Traces(authToken).inFolder(userData)).toEqual([]);
  });
});

test('a token typed on the Account page is in the Secret Service and nowhere else', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0SECRET0TYPED0';
  const authToken = 'fake-token-for-tests-typed-by-hand-9876543210';
  await withFolder(async (userData) => {
    const baton = await startBaton({
      userData,
      config: { ...configFor(server.url, { closeAfterMs: null }), credentials: undefined },
    });
    const popup = await baton.page('popup');
    const manager = await openManager(baton);
    const managerProcess = await baton.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().includes('/manager/'))
          ?.webContents.getOSProcessId() ?? 0,
    );
    expect(renderersOf(baton.pid)).toContain(managerProcess);

    await typeInto(baton, manager, 'Auth ID', authId);
    await baton.keys('Return');
    await typeInto(baton, manager, 'New Auth token', authToken);
    await baton.keys('Return');
    await expect(manager.getByText('Stored in the system keychain', { exact: true })).toBeVisible();
    expect(await storedToken(desktop, authId)).toBe(authToken);
    // The field is write-only: nothing gives the token back to the window.
    expect(await manager.content()).not.toContain(authToken);
    await transferTwice(baton, popup, server, basic(authId, authToken));
    expect(await new Traces(authToken).inHeap(popup)).toEqual([]);

    await closeManager(baton, manager);
    // Its process goes with the window, and whatever was typed there with the process.
    await expect.poll(() => processTree(baton.pid)).not.toContain(managerProcess);
    expect(baton.app.windows()).toEqual([popup]);

    expect(await tracesOf(authToken, baton, popup)).toEqual([]);
    await baton.app.close();
    expect(new Traces(authToken).inFolder(userData)).toEqual([]);
  });
});

test('an answer that repeats the token does not bring it to the screen, the journal or the log', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0SECRET0ECHO00';
  const authToken = 'fake-token-for-tests-that-comes-back-0123456789';
  const header = basic(authId, authToken);
  const baton = await startBaton({
    config: { ...configFor(server.url), credentials: { authId, authToken } },
  });
  const popup = await baton.page('popup');
  await expect.poll(() => storedToken(desktop, authId)).toBe(authToken);
  server.reply(
    jsonAnswer('400 Bad Request', { error: `bad request, ${header}, token ${authToken}` }),
  );
  await transferTo(baton, popup, '4155550134', 'refused');
  await expect(
    popup.getByText('bad request, Authorization: Basic …, token …').first(),
  ).toBeVisible();
  expect(server.requests[0]).toContain(header);
  expect(await tracesOf(authToken, baton, popup)).toEqual([]);
});

test('the search finds what is planted in each of these places', async ({
  desktop,
  startBaton,
  server,
}) => {
  const planted = 'planted-for-the-search-0123456789';
  await withFolder(async (userData) => {
    const baton = await startBaton({
      userData,
      config: configFor(server.url, { favourites: [{ name: planted, address: '+14155550134' }] }),
      args: [`--argument-of-the-test=${planted}`],
      env: { VARIABLE_OF_THE_TEST: planted },
    });
    const popup = await baton.page('popup');
    const traces = new Traces(planted);
    const base64 = Buffer.from(`MAFAKE0EXAMPLE0BATON:${planted}`).toString('base64');
    const deep = join(userData, 'some', 'folder');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'plain'), `\0\0${planted}\0`);
    writeFileSync(join(deep, 'header'), `Authorization: Basic ${base64}\r\n`);
    writeFileSync(join(deep, 'wide'), Buffer.from(`x${planted}`, 'utf16le'));
    writeFileSync(join(deep, planted), '');

    expect(traces.inFolder(userData).toSorted()).toEqual(
      [
        `${join(deep, 'header')}: base64 at 0`,
        `${join(deep, 'plain')}: as it is`,
        `${join(deep, 'wide')}: as it is, UTF-16`,
        `name of ${join(deep, planted)}: as it is`,
      ].toSorted(),
    );
    expect(traces.in(Buffer.from(`${baton.output}${planted}`), 'output')).toEqual([
      'output: as it is',
    ]);
    expect(baton.output).toContain('baton: ready');
    expect(traces.inProcesses(baton.pid)).toContain(`/proc/${baton.pid}/cmdline: as it is`);
    expect(traces.in(Buffer.from(await environmentOf(baton)), 'environment')).toEqual([
      'environment: as it is',
    ]);
    const other = await desktop.start('another program', 'sleep', ['infinity'], {
      VARIABLE_OF_THE_TEST: planted,
    });
    expect(traces.inProcesses(other.pid)).toEqual([`/proc/${other.pid}/environ: as it is`]);
    process.kill(other.pid);
    // The favourite's name comes to the popup the way a token would come: through Baton itself.
    expect(await traces.inHeap(popup)).toEqual([`heap of ${popup.url()}: as it is`]);
  });
});
