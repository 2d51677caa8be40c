import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { desktopEntry, execLine } from '../../electron/config/desktop-entry';
import { launcherPath, type Desktop } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { looker } from '../support/look';
import { expectClosed, hasKeys, takesDecisions } from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { typeNumber } from '../support/transfer';

const number = '%2B14155550134';

/** Two lines, so that a link can change the line. */
const twoLines = (url: string) =>
  realLine(url, {
    defaults: { lines: [lineAt(url, 'support', 'Support line'), lineAt(url, 'sales', 'Sales')] },
  });

async function follow(desktop: Desktop, userData: string, link: string) {
  const args = [`--user-data-dir=${userData}`, link];
  return await desktop.run(launcherPath(), args, { limitMs: 30_000 });
}

test('a link that starts Baton fills the field and sends nothing', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: twoLines(server.url),
    args: [`baton:transfer?to=${number}&line=sales`],
  });
  const popup = await baton.page('popup');
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue('+1 415 555 0134');
  await expect(popup.getByRole('button', { name: /^Line: Sales/ })).toBeVisible();
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  expect(server.requests).toEqual([]);
});

test('a link fills the field of the Baton that runs, in every way it may be written', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: twoLines(server.url) });
  const popup = await baton.page('popup');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  for (const [link, shown] of [
    [`baton:transfer?to=${number}`, '+1 415 555 0134'],
    ['baton://transfer?to=%2B16285550119', '+1 628 555 0119'],
    ['baton:transfer/?to=sip:dispatch@example.com', 'sip:dispatch@example.com'],
    ['baton://transfer/?to=Maria%20Alvarez&line=sales', 'Maria Alvarez'],
  ] as const) {
    const { code } = await follow(desktop, baton.userData, link);
    expect(code).toBe(0);
    await hasKeys(baton);
    await expect(field).toHaveValue(shown);
  }
  await expect(popup.getByRole('button', { name: /^Line: Sales/ })).toBeVisible();
  expect(server.requests).toEqual([]);
});

test('a link to a line that is not there fills the field, stays on the line and says so', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: twoLines(server.url) });
  const popup = await baton.page('popup');
  await follow(desktop, baton.userData, `baton:transfer?to=${number}&line=gone`);
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue('+1 415 555 0134');
  await expect(popup.getByText(/^There is no line .*gone.* here/)).toBeVisible();
  await expect(popup.getByRole('button', { name: /^Line: Support line/ })).toBeVisible();
  await looker(desktop, popup, 'light')('link-line-unknown');

  // Whoever goes on has read it; the transfer is theirs, on the line in use.
  await baton.keys('Return');
  expect(await server.arrived(1)).toContain('"to":"+14155550134"');
  expect(server.requests).toHaveLength(1);
});

test('a link that is no good opens the popup with nothing filled in, says so, and is in no log', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: twoLines(server.url) });
  const popup = await baton.page('popup');
  const { code } = await follow(
    desktop,
    baton.userData,
    `baton:transfer?to=${number}&send=canary-of-the-link`,
  );
  expect(code).toBe(0);
  await hasKeys(baton);
  await expect(popup.getByText("This link can't be read.", { exact: true })).toBeVisible();
  await expect(popup.getByRole('status')).toContainText('Nothing was filled in.');
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue('');
  await looker(desktop, popup, 'light')('link-unreadable');
  await expect.poll(() => baton.read('logs', 'baton.log')).toContain('unknown-key');
  for (const written of [baton.output, baton.read('logs', 'baton.log')]) {
    expect(written).not.toContain('canary-of-the-link');
    expect(written).not.toContain(number);
  }
  await baton.keys('Escape');
  await expectClosed(baton);
  expect(server.requests).toEqual([]);
});

test('the desktop itself hands a link to Baton, as its entry says', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: twoLines(server.url) });
  const popup = await baton.page('popup');
  const entries = join(desktop.home, '.local', 'share', 'applications');
  mkdirSync(entries, { recursive: true });
  const entry = desktopEntry({
    Type: 'Application',
    Name: 'Baton',
    Exec: `${execLine([launcherPath(), `--user-data-dir=${baton.userData}`])} %U`,
    MimeType: 'x-scheme-handler/baton;',
  });
  writeFileSync(join(entries, 'baton.desktop'), entry);
  await desktop.run('gio', ['mime', 'x-scheme-handler/baton', 'baton.desktop']);
  const { code } = await desktop.run('gio', ['open', `baton:transfer?to=${number}`]);
  expect(code).toBe(0);
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue('+1 415 555 0134');
  expect(server.requests).toEqual([]);
});

test('a link that comes while a transfer is held, under way or in doubt leaves it alone, and waits', async ({
  desktop,
  startBaton,
  server,
}) => {
  server.reply('silence');
  const config = realLine(server.url, {
    defaults: {
      lines: [lineAt(server.url, 'support', 'Support line'), lineAt(server.url, 'sales', 'Sales')],
      holdBackSeconds: 10,
      network: { proxy: 'none', connectTimeoutMs: 2000, totalTimeoutMs: 6000 },
    },
  });
  const baton = await startBaton({ config });
  const popup = await baton.page('popup');
  const look = looker(desktop, popup, 'light');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  await typeNumber(baton, popup, '4155550134');
  await baton.keys('Return');
  await expect(popup.getByRole('button', { name: /^Undo/ })).toBeVisible();
  await follow(desktop, baton.userData, 'baton:transfer?to=%2B16285550119&line=sales');
  await look('link-held');
  // Neither its text nor its line, which would take it back.
  await expect(popup.getByRole('button', { name: /^Undo/ })).toBeVisible();
  // A second Enter sends what is held, and not what the link brought.
  await baton.keys('Return');
  expect(await server.arrived(1)).toContain('"to":"+14155550134"');
  await follow(desktop, baton.userData, 'baton:transfer?to=%2B16285550162');
  await look('link-sending');
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
  await follow(desktop, baton.userData, 'baton:transfer?to=%2B16285550163');
  await look('link-unknown');
  await baton.keys('Return');
  await takesDecisions(popup);
  await baton.keys('y');
  await expect(field).toHaveValue('+1 628 555 0163');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await expect(popup.getByRole('button', { name: /^Line: Sales/ })).toBeVisible();
  expect(server.requests).toHaveLength(1);
});
