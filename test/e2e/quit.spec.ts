import { _electron } from '@playwright/test';

import { environmentOf, launcherPath, type Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { journalEndings } from '../support/journal-rows';
import { withFolder } from '../support/own-folder';
import { openPopup, takesDecisions } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { accepted, type RecordingServer } from '../support/recording-server';
import { typeNumber } from '../support/transfer';
import { registeredItems, TrayItem } from '../support/tray-item';

const address = '+14155550134';

/** Starts a transfer that the server has read and does not answer. */
async function send(baton: Baton, server: RecordingServer): Promise<void> {
  const next = server.requests.length + 1;
  server.reply('silence');
  await typeNumber(baton, await baton.page('popup'), address);
  await baton.keys('Return');
  await server.arrived(next);
}

/** Says whether Baton has been asked to quit since. */
async function followQuits(baton: Baton): Promise<() => Promise<boolean>> {
  const seen = await baton.app.evaluateHandle(({ app }) => {
    const quits = { asked: false };
    app.on('before-quit', () => {
      quits.asked = true;
    });
    return quits;
  });
  return () => seen.evaluate((quits) => quits.asked);
}

for (const [how, quit] of [
  ['SIGTERM', async (baton: Baton) => baton.signal('SIGTERM')],
  [
    '"Quit Baton" in the tray',
    async (baton: Baton) => await (await TrayItem.on(baton.desktop)).choose('Quit Baton'),
  ],
] as const) {
  test(`${how} while sending waits for the answer, and the journal has it`, async ({
    startBaton,
    server,
  }) => {
    await withFolder(async (userData) => {
      const baton = await startBaton({ userData, config: realLine(server.url) });
      await send(baton, server);
      const isAskedToQuit = await followQuits(baton);
      await quit(baton);
      await expect.poll(isAskedToQuit).toBe(true);
      expect(journalEndings(userData)).toMatchObject([{ address, outcome: null }]);

      server.answerLate(accepted);
      expect(await baton.ended()).toBe(0);
      expect(baton.output).toMatch(/^baton: attempt accepted$/m);
      expect(journalEndings(userData)).toMatchObject([
        { address, outcome: 'accepted', reason_code: 'accepted', http_status: 201 },
      ]);
      expect(server.requests).toHaveLength(1);
    });
  });
}

test('quitting while the answer never comes ends at the time limit, with the outcome written', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const network = { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 1500 };
    const config = realLine(server.url, { defaults: { network } });
    const baton = await startBaton({ userData, config });
    await send(baton, server);
    // Whoever is impatient does not break the promise.
    baton.signal('SIGTERM');
    baton.signal('SIGINT');
    baton.signal('SIGTERM');
    expect(await baton.ended()).toBe(0);
    expect(journalEndings(userData)).toMatchObject([
      { address, outcome: 'unknown', reason_code: 'answer-timeout' },
    ]);
    expect(server.requests).toHaveLength(1);
  });
});

test('killed while sending, the attempt comes back as not confirmed and is not sent again', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const config = realLine(server.url);
    const baton = await startBaton({ userData, config });
    await send(baton, server);
    baton.signal('SIGKILL');
    expect(await baton.ended()).toBe('SIGKILL');
    expect(journalEndings(userData)).toMatchObject([{ address, outcome: null }]);
    await expect.poll(() => registeredItems(desktop)).toEqual([]);

    server.reply(accepted);
    const again = await startBaton({ userData, config });
    const popup = await again.page('popup');
    expect(journalEndings(userData)).toMatchObject([
      { address, outcome: 'unknown', reason_code: 'interrupted' },
    ]);
    await openPopup(again);
    await expect(popup.getByRole('option', { name: /Not confirmed/ })).toBeVisible();
    const tray = await TrayItem.on(desktop);
    expect((await tray.menu())[1]?.entries.map((entry) => entry.label)).toEqual([
      'Maria Alvarez, +1 415 555 0134 (Not confirmed)',
    ]);
    expect(server.requests).toHaveLength(1);

    // The next request is one that a person makes.
    await typeAnother(again, server);
  });
});

async function typeAnother(baton: Baton, server: RecordingServer): Promise<void> {
  const popup = await baton.page('popup');
  await baton.type('+442079460958');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  // First the question about the one that was cut off.
  await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeVisible();
  await takesDecisions(popup);
  await baton.keys('n');
  await expect(popup.getByRole('combobox')).toHaveValue('+44 20 7946 0958');
  await baton.keys('Return');
  expect(await server.arrived(2)).toContain('"to":"+442079460958"');
  expect(server.requests).toHaveLength(2);
}

test('asked to quit while it starts, it ends in order', async ({ desktop }) => {
  await withFolder(async (userData) => {
    const app = await _electron.launch({
      executablePath: launcherPath(),
      args: [`--user-data-dir=${userData}`, '--disable-gpu'],
      env: environmentOf(desktop),
    });
    const baton = app.process();
    const ended = new Promise((done) => {
      baton.once('exit', (code, signal) => done(code ?? signal));
    });
    await app.evaluate(({ app: main }) => {
      main.quit();
    });
    try {
      expect(await ended).toBe(0);
    } finally {
      baton.kill('SIGKILL');
    }
  });
});

test('an idle Baton ends at SIGTERM with code 0, and again after a restart', async ({
  startBaton,
}) => {
  await withFolder(async (userData) => {
    for (let start = 1; start <= 2; start += 1) {
      const baton = await startBaton({ userData });
      baton.signal('SIGTERM');
      expect(await baton.ended()).toBe(0);
    }
  });
});
