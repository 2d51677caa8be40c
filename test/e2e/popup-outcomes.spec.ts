import { join } from 'node:path';

import Database from 'libsql';

import { pasteElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { openHistoryWindow } from '../support/history-window';
import { journalRows } from '../support/journal-rows';
import { fake } from '../support/line';
import { takePicture } from '../support/pictures';
import {
  clockPasses,
  expectClosed,
  isOpen,
  openPopup,
  takesDecisions,
} from '../support/popup-window';
import { realLine } from '../support/real-line';
import { accepted, jsonAnswer } from '../support/recording-server';
import { followAnnouncements } from '../support/spoken';

const bodyOf = (request: string) => request.slice(request.indexOf('\r\n\r\n') + 4);

test('not confirmed: the question stays until it is answered, and nothing is sent before', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const question = popup.getByRole('alertdialog', { name: 'Not confirmed' });
  server.reply('drop');
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(question).toBeFocused();
  // Neither answer has the focus, so Enter and Space answer nothing.
  await takesDecisions(popup);
  await baton.keys('Return', 'space');
  await expect(question).toBeVisible();

  await baton.keys('Escape');
  await expectClosed(baton);
  expect(journalRows(baton.userData)).toEqual([
    { address: '+14155550134', role: 'agent', outcome: 'unknown', agent_word: null },
  ]);
  await openPopup(baton);
  await expect(question).toBeFocused();
  await baton.keys('alt+2');
  const busy = await popup.evaluate(() =>
    window.baton.call('transfer:start', {
      address: '+14155550161',
      role: 'agent',
      lineId: 'support',
    }),
  );
  expect(busy).toEqual({ ok: false, error: { code: 'busy' } });

  await takesDecisions(popup);
  await baton.keys('y');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('+1 415 555 0134');
  await expect
    .poll(() => journalRows(baton.userData).map((row) => row.agent_word))
    .toEqual(['still-on-call']);
  expect(server.requests).toHaveLength(1);

  // Another try takes another Enter.
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await server.arrived(2);
  await expect(question).toBeFocused();
  await takesDecisions(popup);
  await baton.keys('n');
  await expectClosed(baton);
  await expect
    .poll(() => journalRows(baton.userData).map((row) => row.agent_word))
    .toEqual(['still-on-call', 'caller-gone']);
  await openPopup(baton);
  await expect(field).toBeFocused();
  expect(server.requests).toHaveLength(2);
});

test('not confirmed: an answer that the disk does not take is asked for again, and the popup says why', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const why = popup.getByText(
    "Check the free space and the rights of Baton's folder (About names it), then answer again.",
  );
  server.reply('drop');
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeFocused();
  await takesDecisions(popup);
  const other = new Database(join(baton.userData, 'journal.sqlite'), { timeout: 5_000 });
  other.exec('BEGIN IMMEDIATE');
  await baton.keys('y');
  await expect(why).toBeVisible();
  await takePicture(desktop, popup, 'popup-not-recorded');
  other.exec('ROLLBACK');
  other.close();
  await baton.keys('y');
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toBeFocused();
  expect(journalRows(baton.userData).map((row) => row.agent_word)).toEqual(['still-on-call']);
  expect(server.requests).toHaveLength(1);
});

test('not confirmed: the question stays when the history is cleared, and can be answered', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const question = popup.getByRole('alertdialog', { name: 'Not confirmed' });
  server.reply('drop');
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(question).toBeFocused();
  await baton.keys('Escape');
  await expectClosed(baton);
  const manager = await openHistoryWindow(baton);
  await manager.getByRole('button', { name: 'Clear history…' }).click();
  await manager
    .getByRole('alertdialog', { name: 'Clear the whole history?' })
    .getByRole('button', { name: 'Clear history' })
    .click();
  await expect(manager.getByText('There was nothing to clear.').first()).toBeVisible();
  await openPopup(baton);
  await expect(question).toBeFocused();
  await takesDecisions(popup);
  await baton.keys('y');
  await expect
    .poll(() => journalRows(baton.userData).map((row) => row.agent_word))
    .toEqual(['still-on-call']);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue('+1 415 555 0134');
  server.reply(accepted);
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await server.arrived(2);
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
});

test('refused: Retry sends the same again, the details go without the token, Esc keeps the text', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const refused = popup.getByRole('alertdialog', { name: 'Refused' });
  server.reply(jsonAnswer('400 Bad Request', { error: 'to is not valid' }));
  await openPopup(baton);
  await baton.type('+442079460958');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Tab', 'Right', 'Return');
  await expect(refused).toBeVisible();

  await baton.keys('ctrl+c');
  await expect(popup.getByRole('button', { name: 'Copied' })).toBeVisible();
  const details = await pasteElsewhere(desktop);
  expect(details).toContain('To: +442079460958');
  expect(details).toContain('Line: Support line (support)');
  expect(details).toContain('Role: customer');
  expect(details).toContain('HTTP status: 400');
  expect(details).toContain('Plivo said: to is not valid');
  const base64 = Buffer.from(`${fake.authId}:${fake.authToken}`).toString('base64');
  for (const secret of [fake.authToken, fake.authId, base64]) {
    expect(details).not.toContain(secret);
  }

  server.reply(jsonAnswer('429 Too Many Requests', {}));
  await takesDecisions(popup);
  await baton.keys('Return');
  expect(bodyOf(await server.arrived(2))).toBe(bodyOf(server.requests[0] ?? ''));
  await expect(popup.locator('.advice p')).toHaveText('Wait 5 s, then retry.');
  await expect(refused).toBeVisible();

  await baton.keys('Escape');
  await expectClosed(baton);
  await openPopup(baton);
  await expect(popup.getByRole('combobox')).toHaveValue('+44 20 7946 0958');
  expect(server.requests).toHaveLength(2);
  expect(journalRows(baton.userData).map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
});

test('refused for a favourite: the destination is at hand after Esc', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  server.reply(jsonAnswer('403 Forbidden', {}));
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(popup.getByRole('alertdialog', { name: 'Refused' })).toBeVisible();
  await baton.keys('Escape');
  await expectClosed(baton);
  await openPopup(baton);
  await expect(popup.getByRole('combobox')).toHaveValue('+1 415 555 0134');
});

test('accepted: it closes by itself, but not under a pointer that moves; the word is kept', async ({
  desktop,
  startBaton,
  server,
}) => {
  const closeAfterMs = 1500;
  const baton = await startBaton({ config: realLine(server.url, { defaults: { closeAfterMs } }) });
  const popup = await baton.page('popup');
  const done = popup.getByRole('heading', { name: 'Plivo accepted the transfer' });
  server.reply(accepted);
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(done).toBeVisible();
  await expectClosed(baton);

  await openPopup(baton);
  const wiggle = Array.from({ length: 12 }, (_, step) => [
    'mousemove',
    String(600 + 5 * step),
    '220',
    'sleep',
    '0.1',
  ]).flat();
  await desktop.run('xdotool', ['key', 'alt+2', ...wiggle]);
  await expect(done).toBeVisible();
  await clockPasses(popup, closeAfterMs + 500);
  expect(await isOpen(baton)).toBe(true);

  await popup.getByRole('button', { name: 'Still on the call' }).click();
  await expect(popup.getByRole('combobox')).toHaveValue('+1 415 555 0161');
  await expect(popup.getByRole('combobox')).toBeFocused();
  await expect
    .poll(() => journalRows(baton.userData))
    .toEqual([
      { address: '+14155550134', role: 'agent', outcome: 'accepted', agent_word: null },
      { address: '+14155550161', role: 'agent', outcome: 'accepted', agent_word: 'still-on-call' },
    ]);
  expect(server.requests).toHaveLength(2);
});

test('a transfer by ear: what is announced, in order', async ({ startBaton, server }) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const announced = await followAnnouncements(popup);
  server.reply('drop');
  await openPopup(baton);
  await expect(popup.getByRole('status')).toHaveText('Baton. 4 suggestions.');
  await baton.type('ma');
  await expect(popup.getByRole('status')).toHaveText('3 matches. Marcus Chen, selected.');
  await baton.keys('Return');
  await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeVisible();
  await takesDecisions(popup);
  await baton.keys('y');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  server.reply(accepted);
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();

  const said = (await announced()).map((words) => words.replace(/[\d.]+ s\b/, 'N s'));
  // Of a word typed fast only the last state is sure to be said.
  expect(said.filter((words) => !words.startsWith('2 matches.'))).toEqual([
    'Baton. 4 suggestions.',
    '3 matches. Marcus Chen, selected.',
    'Transferring to Marcus Chen. Waiting for Plivo.',
    'Not confirmed. We lost the connection after sending the transfer to Marcus Chen. ' +
      'It may have happened. Listen before you answer. Are you still on the call?',
    'Complete number, Marcus Chen, United States. Joins as agent.',
    'Transferring to Marcus Chen. Waiting for Plivo.',
    'Plivo accepted the transfer. To Marcus Chen, in N s. You will drop off the call.',
  ]);
});
