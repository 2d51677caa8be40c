import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { coversTheScreen, kioskFile, kioskWindow } from '../support/kiosk';
import { processTree } from '../support/processes';

/**
 * A week in which somebody comes every other hour, types something, and leaves it there. What happens
 * between two of them is nothing: the clock rests (test/unit/kiosk/idle-clock.test.ts).
 */
const week = 7 * 12;
/** A program that has just been started still grows into its caches. */
const firstDay = 12;

/**
 * Memory in KiB that the whole program has taken for itself, files left out: how much of those is
 * counted depends on who else on the computer has mapped them.
 */
function memory(baton: Baton): number {
  return processTree(baton.pid)
    .map((pid) => {
      try {
        const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
        return Number(/^Anonymous: +(\d+)/m.exec(text)?.[1] ?? 0);
      } catch {
        return 0;
      }
    })
    .reduce((sum, kib) => sum + kib, 0);
}

/** Bytes of JavaScript that main and the page still hold after what nobody holds is taken away. */
async function held(baton: Baton, page: Page): Promise<{ main: number; page: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const main: unknown = await baton.app.evaluate(`(() => {
    process.mainModule.require('node:v8').setFlagsFromString('--expose-gc');
    process.mainModule.require('node:vm').runInNewContext('gc')();
    return process.memoryUsage().heapUsed;
  })()`);
  return { main: Number(main), page: usedSize };
}

test('after a week of visitors it holds no more memory than after its first day', async ({
  startBaton,
  server,
}) => {
  test.setTimeout(180_000);
  const baton = await startBaton({
    config: kioskFile(server.url, { kiosk: { freeEntry: true } }),
  });
  await baton.printed(/^baton: popup shown/m);
  const page = await baton.page('popup');
  // All of it from within main, which sees each page come: Playwright would make notes of every one.
  const visits = async (count: number) =>
    await baton.app.evaluate(async ({ BrowserWindow, powerMonitor }, times) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('There is no window');
      const { webContents } = window;
      const typeNumber = `new Promise((done) => {
        const look = () => {
          const field = document.querySelector('input');
          if (field === null) { requestAnimationFrame(look); return; }
          const found = field.value;
          field.focus();
          document.execCommand('insertText', false, '+1 415 555 0187');
          requestAnimationFrame(() => done([found, field.value]));
        };
        look();
      })`;
      const seen = new Set<string>();
      for (let visit = 0; visit < times; visit += 1) {
        seen.add(JSON.stringify(await webContents.executeJavaScript(typeNumber)));
        const loaded = new Promise((done) => {
          webContents.once('did-finish-load', () => done(null));
        });
        // As the system says it on macOS and Windows: the kiosk clears itself at once.
        powerMonitor.emit('lock-screen');
        await loaded;
      }
      return [...seen];
    }, count);
  const eachTime = [JSON.stringify(['', '+1 415 555 0187'])];
  expect(await visits(firstDay)).toEqual(eachTime);
  const before = { ...(await held(baton, page)), taken: memory(baton) };
  expect(await visits(week - firstDay)).toEqual(eachTime);
  const after = { ...(await held(baton, page)), taken: memory(baton) };

  const cleared = baton.output.match(/^baton: kiosk cleared$/gm) ?? [];
  expect(cleared).toHaveLength(week);
  const grown = {
    main: after.main / before.main,
    page: after.page / before.page,
    taken: after.taken / before.taken,
  };
  expect(grown.main).toBeLessThan(1.1);
  expect(grown.page).toBeLessThan(1.1);
  expect(grown.taken).toBeLessThan(1.2);
  expect(await kioskWindow(baton)).toEqual(coversTheScreen);
  expect(server.requests).toHaveLength(0);
});
