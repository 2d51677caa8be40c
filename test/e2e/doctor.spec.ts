import { readFileSync, statSync } from 'node:fs';

import { checkOf, expectCheck, expectEnd, openCheckUp } from '../support/doctor-window';
import { pasteElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { announcementsOf } from '../support/history-window';
import { fake } from '../support/line';
import { openManager } from '../support/manager-window';
import { holdShortcut } from '../support/other-program';
import { hasKeys } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { accepted, jsonAnswer } from '../support/recording-server';
import { retype } from '../support/retype';

const node = () =>
  jsonAnswer('200 OK', { api_id: '1', node_id: 'node', phlo_id: 'phlo' }, [
    `Date: ${new Date().toUTCString()}`,
  ]);

test('a check-up asks for the real shortcut, says what it found, and posts nothing', async ({
  desktop,
  startBaton,
  server,
}) => {
  server.reply(node());
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openCheckUp(baton);
  const said = await announcementsOf(manager);
  await expectCheck(manager, 'plivo', 'good');
  for (const id of ['settings', 'journal', 'disk', 'keychain', 'display', 'tray'] as const) {
    await expectCheck(manager, id, 'good');
  }
  for (const id of ['proxy', 'dns', 'tls', 'clock'] as const) {
    await expectCheck(manager, id, 'good');
  }
  const shortcut = await expectCheck(manager, 'shortcut', 'asking');
  await expect(shortcut).toContainText('Press Ctrl+Alt+B now.');
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatch(/^GET /);

  // The press does what it always does.
  await baton.pressShortcut();
  await hasKeys(baton);
  await baton.keys('Escape');
  await expect(await expectCheck(manager, 'shortcut', 'good')).toContainText('it arrived');
  await expectEnd(manager);
  await expect(manager.locator('.doctor__summary')).toHaveText(
    'No problem found, 1 thing to look at.',
  );
  await expect
    .poll(async () => (await said()).join('\n'))
    .toContain('No problem found, 1 thing to look at. Version: This Baton runs on a trial runtime');

  await manager.getByRole('button', { name: 'Copy report' }).click();
  await expect(manager.getByText('Report copied.').first()).toBeVisible();
  const report = await pasteElsewhere(desktop);
  expect(report).toContain('[good] Shortcut (shortcut-works)');
  expect(report).toContain('found: 12 good, 1 warning, 0 bad, 0 unknown');
  for (const secret of [fake.authId, fake.authToken, fake.phloId, 'Support line', '5550100']) {
    expect(report).not.toContain(secret);
  }

  await manager.getByRole('button', { name: 'Save report…' }).click();
  await expect.poll(() => baton.focusedWindow()).toBe('Save the report');
  await expect(async () => {
    await baton.keys('Return');
    await expect(manager.locator('.strip')).toContainText('Report saved to', { timeout: 2000 });
  }).toPass();
  const file = /saved to (.*\.txt)/.exec(
    (await manager.locator('.strip').textContent()) ?? '',
  )?.[1];
  expect(readFileSync(file ?? '', 'utf8')).toBe(report);
  expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
  expect(server.requests).toHaveLength(1);
});

test('a check-up never holds up the popup: a call is handed on while it waits for Plivo', async ({
  startBaton,
  server,
}) => {
  server.reply('silence');
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openCheckUp(baton);
  expect(await server.arrived(1)).toMatch(/^GET /);
  await expect(checkOf(manager, 'plivo')).toHaveAttribute('data-state', 'running');
  server.reply(accepted);
  await baton.pressShortcut();
  await hasKeys(baton);
  await retype(baton, '+14155550134');
  const popup = await baton.page('popup');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await baton.printed(/^baton: attempt accepted/m);
  await expect(checkOf(manager, 'plivo')).toHaveAttribute('data-state', 'running');
  expect(server.requests.filter((request) => request.startsWith('POST '))).toHaveLength(1);
});

test('by keys alone a check-up is answered, stopped, run again and left', async ({
  startBaton,
  server,
}) => {
  server.reply(node());
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openCheckUp(baton);
  await expectCheck(manager, 'shortcut', 'asking');
  const button = (name: string) => manager.getByRole('button', { name, exact: true });
  for (const name of ['Stop', 'Back to settings']) {
    await baton.keys('Tab');
    await expect(button(name)).toBeFocused();
  }
  await baton.keys('Tab');
  await expect(manager.getByRole('region', { name: 'Check-up' })).toBeFocused();
  await baton.keys('Tab');
  await expect(button('Skip')).toBeFocused();
  await baton.keys('Return');
  await expect(await expectCheck(manager, 'shortcut', 'unknown')).toContainText('Nobody has tried');
  await expectEnd(manager);

  await button('Run again').focus();
  await baton.keys('Return');
  await expectCheck(manager, 'shortcut', 'asking');
  await expect(button('Stop')).toBeFocused();
  await baton.keys('Return');
  await expect(await expectCheck(manager, 'shortcut', 'unknown')).toContainText(
    'The check-up was stopped before this was known.',
  );
  await expect(button('Run again')).toBeFocused();
  await baton.keys('Tab', 'Return');
  await expect(manager.getByRole('heading', { level: 1, name: 'About' })).toBeVisible();
  await expect(manager.getByRole('tab', { name: 'About' })).toBeFocused();
});

test('a connection test that failed leads to the check-up, which says the same and more', async ({
  startBaton,
  server,
}) => {
  server.reply(jsonAnswer('401 Unauthorized', { error: 'authentication failed' }));
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openManager(baton);
  await manager.getByRole('button', { name: 'Test connection' }).click();
  await manager.getByRole('button', { name: 'Run a check-up' }).click();
  await expect(await expectCheck(manager, 'plivo', 'bad')).toContainText(
    'Plivo did not accept the Auth ID or the Auth token.',
  );
  expect(server.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
});

test('a shortcut that another program holds is a problem with its remedy, and nobody is asked', async ({
  desktop,
  startBaton,
}) => {
  const holder = await holdShortcut(desktop, 'B');
  const baton = await startBaton();
  const manager = await baton.page('popup').then(async (popup) => {
    await popup.evaluate("window.baton.call('manager:open', { route: 'doctor' })");
    return await baton.page('manager');
  });
  const shortcut = await expectCheck(manager, 'shortcut', 'bad');
  await expect(shortcut).toContainText('another program holds it');
  await expect(shortcut).toContainText('Choose another one in Settings, Shortcuts');
  // The practice line is in use: nothing of it leaves this computer.
  for (const id of ['proxy', 'dns', 'tls', 'clock', 'plivo'] as const) {
    await expect(await expectCheck(manager, id, 'unknown')).toContainText('practice line');
  }
  await expectEnd(manager);
  await expect(manager.locator('.doctor__summary')).toHaveText('1 problem found.');
  await holder.end();
});
