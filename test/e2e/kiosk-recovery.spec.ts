import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';

import type { Page } from '@playwright/test';
import { z } from 'zod';

import type { Baton } from '../support/baton';
import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { journalEndings } from '../support/journal-rows';
import { coversTheScreen, kioskFile, kioskPage, kioskState, kioskWindow } from '../support/kiosk';
import { withFolder } from '../support/own-folder';
import { commandLine, processTree } from '../support/processes';
import { accepted } from '../support/recording-server';

/** The process of the kiosk's page; 0 while it has none. */
async function pageProcess(baton: Baton): Promise<number> {
  return await baton.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return window === undefined || window.webContents.isCrashed()
      ? 0
      : window.webContents.getOSProcessId();
  });
}

/** What the page says, asked of main: Playwright gives up a page whose process it has seen end. */
async function said(baton: Baton): Promise<string> {
  return await baton.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined || window.webContents.isCrashed()) return '';
    const text: unknown = await window.webContents
      .executeJavaScript('document.body.innerText')
      .catch(() => '');
    return String(text);
  });
}

/** Kills the page's process as the system does where memory runs out, and waits for the next one. */
async function killPage(baton: Baton): Promise<void> {
  const pid = await pageProcess(baton);
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => pageProcess(baton)).not.toBe(pid);
  await expect.poll(() => pageProcess(baton)).toBeGreaterThan(0);
}

test('a page that crashes is back at once; a loop of crashes ends in words that say what to do', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: kioskFile(server.url, { enforced: { language: 'de' } }),
  });
  await baton.printed(/^baton: popup shown/m);
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  await expect.poll(() => said(baton)).toContain('Maria Alvarez');
  await killPage(baton);
  await expect.poll(() => said(baton)).toContain('Maria Alvarez');
  for (const _ of ['second', 'third', 'fourth']) await killPage(baton);
  await expect.poll(() => said(baton)).toContain('Maria Alvarez');
  await baton.keys('1');
  await server.arrived(1);

  await killPage(baton);
  await expect.poll(() => said(baton)).toContain('Dieser Bildschirm funktioniert gerade nicht');
  const still = await said(baton);
  expect(still).toContain('Dadurch wurde kein Anruf unterbrochen.');
  expect(still).toContain('rufen Sie Ihren Administrator');
  const page = await baton.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const read = (script: string): Promise<unknown> =>
      window?.webContents.executeJavaScript(script) ?? Promise.resolve(null);
    return [
      await read('document.scripts.length'),
      await read('document.documentElement.lang'),
      await read('getComputedStyle(document.querySelector("h1")).fontSize'),
      await read('document.querySelector("main").getAttribute("role")'),
    ];
  });
  expect(page).toEqual([0, 'de', '33.6px', 'alert']);
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  expect(server.requests).toHaveLength(1);
});

test('an attempt goes on while the page is gone, and is shown by the next one', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: kioskFile(server.url) });
  await kioskPage(baton);
  server.reply('silence');
  await baton.keys('1');
  await server.arrived(1);
  await killPage(baton);
  await expect.poll(() => said(baton)).toContain('Transferring to Maria Alvarez');
  server.answerLate(accepted);
  await expect.poll(() => said(baton)).toContain('Plivo accepted the transfer');
  expect(server.requests).toHaveLength(1);
});

test('a page that hangs is ended and loaded again', async ({ startBaton, server }) => {
  const baton = await startBaton({ config: kioskFile(server.url) });
  await kioskPage(baton);
  const before = await pageProcess(baton);
  await baton.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Chromium says so itself half a minute after a key that the page does not take.
    window?.emit('unresponsive');
  });
  await expect.poll(() => pageProcess(baton)).not.toBe(before);
  await expect.poll(() => said(baton)).toContain('Maria Alvarez');
});

test('it goes on when the graphics process is killed', async ({ startBaton, server }) => {
  const baton = await startBaton({ config: kioskFile(server.url) });
  await kioskPage(baton);
  const graphics = () =>
    processTree(baton.pid).find((pid) => commandLine(pid).includes('--type=gpu-process')) ?? 0;
  for (const _ of ['once', 'twice']) {
    const before = graphics();
    expect(before).toBeGreaterThan(0);
    process.kill(before, 'SIGKILL');
    await expect.poll(() => [0, before].includes(graphics())).toBe(false);
  }
  await baton.keys('1');
  await server.arrived(1);
  await expect.poll(() => said(baton)).toContain('Plivo accepted the transfer');
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  expect(baton.read('logs', 'baton.log')).toContain('GPU process is gone (killed)');
});

const startReply = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
]);

/** Answers what an attempt that was cut off has left open, as somebody would who reads it. */
async function answerOpenQuestion(page: Page): Promise<boolean> {
  const request = { address: '+14155550134', role: 'agent', lineId: 'support' };
  const reply = startReply.parse(await callBridge(page, 'transfer:start', request));
  if (reply.ok) throw new Error('There was no question, and a transfer was begun');
  expect(reply.error.code).toBe('open-question');
  const { phase } = await kioskState(page);
  if (phase.kind !== 'ended') throw new Error('The question is not on screen');
  expect(phase.attempt.outcome).toBe('unknown');
  const { id: attemptId } = phase.attempt;
  await callBridge(page, 'transfer:answer', { attemptId, word: 'caller-gone' });
  await callBridge(page, 'transfer:dismiss', { attemptId });
  return true;
}

test('killed at ten moments it is ready again ten times, and sends nothing a second time', async ({
  startBaton,
  server,
}) => {
  test.setTimeout(120_000);
  await withFolder(async (userData) => {
    const start = async () => {
      const baton = await startBaton({
        userData,
        config: kioskFile(server.url, { defaults: { holdBackSeconds: 0 } }),
      });
      return { baton, page: await kioskPage(baton) };
    };
    /** Milliseconds after the key; null: without one. Made up once, so that a run can be repeated. */
    const moments = [null, 0, 3, 12, null, 25, 7, 60, 140, 1];
    server.reply('silence');
    let cutOff = 0;
    for (const moment of moments) {
      const { baton, page } = await start();
      const sent = server.requests.length;
      const open = journalEndings(userData).filter(({ outcome }) => outcome === 'unknown').length;
      if (open > cutOff) {
        cutOff = open;
        await answerOpenQuestion(page);
      }
      // Nothing of an earlier life has gone out in this one.
      expect(server.requests).toHaveLength(sent);
      if (moment !== null) {
        await baton.keys('1');
        await setTimeout(moment);
      }
      baton.signal('SIGKILL');
      expect(await baton.ended()).toBe('SIGKILL');
    }
    const { page } = await start();
    const presses = moments.filter((moment) => moment !== null).length;
    const endings = journalEndings(userData).map(({ outcome }) => outcome);
    expect(new Set(endings)).toEqual(new Set(['unknown']));
    expect(endings.length).toBeLessThanOrEqual(presses);
    // At most one POST for each, and none without its intent on disk.
    expect(server.requests.length).toBeLessThanOrEqual(endings.length);
    expect(server.requests.length).toBeGreaterThan(0);
    await expect(page.getByRole('button', { name: /Maria Alvarez/ })).toBeVisible();
  });
});

test('ended by a signal it ends as a failure, so that its session starts it again', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: kioskFile(server.url) });
  await baton.printed(/^baton: popup shown/m);
  baton.signal('SIGTERM');
  expect(await baton.ended()).toBe(128 + constants.signals.SIGTERM);
});
