import type { Page } from '@playwright/test';

import { launcherPath, type Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { followPresses } from '../support/key-presses';
import { withFolder } from '../support/own-folder';
import { clockPasses, openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';

const acceptedHeading = (popup: Page) =>
  popup.getByRole('heading', { name: 'Plivo accepted the transfer' });

async function typeNumber(baton: Baton, popup: Page): Promise<void> {
  await openPopup(baton);
  await baton.type('4155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
}

for (const holdBackSeconds of [0, 1]) {
  test(`an Enter that is held down is one POST, with a hold-back of ${holdBackSeconds} s`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    const baton = await startBaton({
      config: realLine(server.url, { defaults: { holdBackSeconds } }),
    });
    const popup = await baton.page('popup');
    await typeNumber(baton, popup);
    const presses = await followPresses(popup);
    const repeats = async () => (await presses()).filter(({ repeat }) => repeat).length;
    await desktop.run('xdotool', ['keydown', 'Return']);
    await expect(acceptedHeading(popup)).toBeVisible();
    // It is still held when the result takes decisions: "Done", or another attempt.
    const before = await repeats();
    await expect.poll(repeats).toBeGreaterThan(before + 20);
    await expect(acceptedHeading(popup)).toBeVisible();
    await desktop.run('xdotool', ['keyup', 'Return']);
    expect(server.requests).toHaveLength(1);
    expect((await presses()).filter(({ repeat }) => !repeat)).toHaveLength(1);
  });
}

test('an Enter that belongs to an input method sends nothing, and the text stays', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await openPopup(baton);
  const presses = await followPresses(popup);
  const input = await popup.context().newCDPSession(popup);
  const field = popup.getByRole('combobox');
  await input.send('Input.imeSetComposition', {
    text: 'Maria',
    selectionStart: 5,
    selectionEnd: 5,
  });
  // What is being composed is searched for already, and its first match selected.
  await expect(popup.getByRole('option', { name: /Maria Alvarez/, selected: true })).toBeVisible();
  for (const windowsVirtualKeyCode of [229, 13]) {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode };
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
  const composing = { key: 'Enter', repeat: false, composing: true };
  expect(await presses()).toEqual([composing, composing]);
  await input.send('Input.insertText', { text: 'Maria' });
  await clockPasses(popup, 500);
  await expect(field).toHaveValue('Maria');
  await expect(field).toBeFocused();
  expect(server.requests).toHaveLength(0);

  // The next Enter is the agent's.
  await expect(popup.getByRole('option', { name: /Maria Alvarez/, selected: true })).toBeVisible();
  await baton.keys('Return');
  expect(await server.arrived(1)).toContain('"to":"+14155550134"');
  await expect(acceptedHeading(popup)).toBeVisible();
  expect(server.requests).toHaveLength(1);
});

test('an Enter beside second starts, with an address, with a link and with nothing but "open", is one POST', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const config = realLine(server.url, { defaults: { holdBackSeconds: 2 } });
    const baton = await startBaton({ userData, config });
    const popup = await baton.page('popup');
    await typeNumber(baton, popup);
    const from = baton.output.length;
    const startAgain = async (...args: string[]) =>
      await desktop.run(launcherPath(), [`--user-data-dir=${userData}`, ...args]);
    const [, ...ended] = await Promise.all([
      baton.keys('Return'),
      startAgain('--to=+14155550161'),
      startAgain('baton:transfer?to=%2B16285550119&line=support', '--popup'),
      startAgain('--popup'),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    // All three were handed over; each opened the popup, and none sent anything.
    await expect
      .poll(() => baton.output.slice(from).match(/^baton: popup shown/gm)?.length)
      .toBe(3);
    expect(await server.arrived(1)).toContain('"to":"+14155550134"');
    await expect(acceptedHeading(popup)).toBeVisible();
    await clockPasses(popup, 2500);
    expect(server.requests).toHaveLength(1);
  });
});
