import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { configFor } from '../support/line';
import { ManagedFileOnDisk } from '../support/managed-file';
import { openManager } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { storedToken } from '../support/secret-service';
import { leavePopup, transferTo, typeNumber } from '../support/transfer';

const messagesOf = (manager: Page) => manager.getByRole('list', { name: 'Messages' });
const tokenGroup = (manager: Page) => manager.getByRole('group', { name: 'Auth token' });
const authorization = (authId: string, token: string) =>
  `Basic ${Buffer.from(`${authId}:${token}`).toString('base64')}`;

/** The managed file with a comment on every line of the credentials, and a token or none. */
function commented(url: string, authId: string, token: string | null): string {
  const { credentials: _, ...rest } = configFor(url, { closeAfterMs: null });
  const whole = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  const line = token === null ? '' : `    "authToken": "${token}",\n`;
  return `// Front desks\n${whole},\n  "credentials": {\n    /* ours */\n${line}    "authId": "${authId}" // main\n  }\n}\n`;
}

test('a token in a file of the person goes into the keychain and out of the file, which is the same otherwise', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0SCRUBBED00000';
  const token = 'fake-token-for-tests-scrubbed-1';
  const second = 'fake-token-for-tests-scrubbed-2';
  await withFolder(async (folder) => {
    const file = new ManagedFileOnDisk(folder);
    file.replace(commented(server.url, authId, token));
    const baton = await startBaton({ args: [`--config=${file.path}`] });
    await expect
      .poll(() => readFileSync(file.path, 'utf8'))
      .toBe(commented(server.url, authId, null));
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
    expect(await storedToken(desktop, authId)).toBe(token);
    const manager = await openManager(baton);
    await expect(tokenGroup(manager).getByText('Stored in the system keychain')).toBeVisible();
    await expect(messagesOf(manager)).toHaveCount(0);

    const popup = await baton.page('popup');
    await transferTo(baton, popup, '+14155550134', 'accepted');
    expect(server.requests[0]).toContain(authorization(authId, token));
    await leavePopup(baton);

    // A new token in the file, while Baton runs, takes the same way.
    file.replace(commented(server.url, authId, second));
    await expect
      .poll(() => readFileSync(file.path, 'utf8'))
      .toBe(commented(server.url, authId, null));
    expect(await storedToken(desktop, authId)).toBe(second);
    await transferTo(baton, popup, '+14155550161', 'accepted');
    expect(server.requests[1]).toContain(authorization(authId, second));
  });
});

test('a file that the token cannot be taken out of is named until it is gone from there', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0STILL0THERE00';
  const token = 'fake-token-for-tests-still-there';
  await withFolder(async (folder) => {
    const file = new ManagedFileOnDisk(folder);
    file.replace(commented(server.url, authId, token));
    // Under its second name the file would keep the token.
    const secondName = join(folder, 'second');
    linkSync(file.path, secondName);
    const baton = await startBaton({ args: [`--config=${file.path}`] });
    const manager = await openManager(baton);
    const messages = messagesOf(manager);
    await expect(messages).toContainText('The Auth token is still in the configuration file');
    await expect(messages).toContainText(file.path);
    expect(await storedToken(desktop, authId)).toBe(token);
    expect(readFileSync(file.path, 'utf8')).toContain(token);

    rmSync(secondName);
    await expect(messages).toHaveCount(0);
    expect(readFileSync(file.path, 'utf8')).toBe(commented(server.url, authId, null));
  });
});

test('a token in a file of its own is read for each transfer, and never kept, copied or changed', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0TOKEN0FILE000';
  const token = 'fake-token-for-tests-own-file-1';
  const second = 'fake-token-for-tests-own-file-2';
  await withFolder(async (folder) => {
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, `${token}\n`, { mode: 0o600 });
    const config = {
      ...configFor(server.url, { closeAfterMs: null }),
      credentials: { authId, authTokenFile: tokenFile },
    };
    const baton = await startBaton({ config });
    const manager = await openManager(baton);
    const group = tokenGroup(manager);
    await expect(
      group.getByText('Read from a file for each transfer, set by your administrator'),
    ).toBeVisible();
    // Nobody but the administrator changes it.
    await expect(group.getByRole('button')).toHaveCount(0);
    await expect(group.getByRole('textbox')).toHaveCount(0);
    expect(await callBridge(manager, 'credentials:save', { token: 'fake-other' })).toEqual({
      ok: false,
      error: { code: 'token-from-file' },
    });

    const popup = await baton.page('popup');
    await transferTo(baton, popup, '+14155550134', 'accepted');
    expect(server.requests[0]).toContain(authorization(authId, token));
    await leavePopup(baton);
    writeFileSync(tokenFile, second);
    await transferTo(baton, popup, '+14155550161', 'accepted');
    expect(server.requests[1]).toContain(authorization(authId, second));
    await leavePopup(baton);

    // Others may read it: nothing is sent with it.
    chmodSync(tokenFile, 0o644);
    await typeNumber(baton, popup, '+14155550119');
    await baton.keys('Return');
    await expect(popup.getByRole('alert')).toContainText(
      /The sign-in is out of reach.*Nothing was sent\..*token: expected a file that nobody else may read/,
    );
    expect(server.requests).toHaveLength(2);
    await expect(messagesOf(manager)).toContainText("The file with the Auth token can't be used");
    await expect(messagesOf(manager)).toContainText('chmod 600');
    await expect(group).toContainText("The file with the Auth token can't be used");

    chmodSync(tokenFile, 0o600);
    await group.getByRole('button', { name: 'Try again' }).click();
    await expect(messagesOf(manager)).toHaveCount(0);
    expect(await storedToken(desktop, authId)).toBeNull();
    expect(readFileSync(tokenFile, 'utf8')).toBe(second);
    expect(readFileSync(baton.configFile, 'utf8')).toBe(JSON.stringify(config, null, 2));
  });
});

test('a credential of systemd serves a kiosk whose keychain is locked', async ({
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0SYSTEMD000000';
  const token = 'fake-token-for-tests-systemd';
  await withFolder(async (folder) => {
    // As systemd leaves it for the service: read-only, the user's right shown as the group's.
    writeFileSync(join(folder, 'baton-token'), token, { mode: 0o440 });
    const baton = await startBaton({
      config: {
        ...configFor(server.url),
        credentials: { authId, authTokenFile: 'systemd:baton-token' },
      },
      env: { CREDENTIALS_DIRECTORY: folder, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
    });
    const popup = await baton.page('popup');
    await transferTo(baton, popup, '+14155550134', 'accepted');
    expect(server.requests[0]).toContain(authorization(authId, token));
  });
});
