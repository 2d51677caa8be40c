import { expect, test } from '../support/fixtures';
import { kioskFile, kioskPage } from '../support/kiosk';
import { buttonOf, headingOf, ward } from '../support/kiosk-page';
import { followAnnouncements } from '../support/spoken';

test('a screen reader is told a transfer at a kiosk, each thing once', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: kioskFile(server.url, {
      defaults: { favourites: ward, holdBackSeconds: 1, closeAfterMs: 500 },
    }),
  });
  const page = await kioskPage(baton);
  const said = await followAnnouncements(page);
  await baton.keys('1');
  await expect(headingOf(page)).toHaveText('Plivo accepted the transfer');
  // It goes back to the grid by itself.
  await expect(buttonOf(page, 'Front desk, Reception')).toBeFocused();
  expect((await said()).map((words) => words.replace(/in \d+[.,]\d s/u, 'in time'))).toEqual([
    'Transferring to Front desk in 1 second. Press Escape to undo.',
    'Transferring to Front desk. Waiting for Plivo.',
    'Plivo accepted the transfer. To Front desk, in time. You will drop off the call.',
    '6 destinations. Press a number to transfer.',
  ]);
});

test('with the pointer: one transfer for a double click, and no way out', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: kioskFile(server.url, { defaults: { favourites: ward, holdBackSeconds: 10 } }),
  });
  const page = await kioskPage(baton);
  const prevented = (kind: string) =>
    page.evaluate((name) => {
      const event = new Event(name, { bubbles: true, cancelable: true });
      document.querySelector('.tile')?.dispatchEvent(event);
      return event.defaultPrevented;
    }, kind);
  for (const kind of ['contextmenu', 'dragstart', 'dragover', 'drop', 'copy', 'cut']) {
    expect(await prevented(kind), kind).toBe(true);
  }
  await buttonOf(page, 'Pharmacy, Team').dblclick();
  await expect(headingOf(page)).toContainText('Transferring to Pharmacy');
  await expect(buttonOf(page, /^Undo/u)).toBeVisible();
  expect(server.requests).toEqual([]);
  await buttonOf(page, /^Undo/u).click();
  await expect(buttonOf(page, 'Pharmacy, Team')).toBeFocused();

  // Selecting text, going back with the mouse's own button, zooming with the wheel.
  await page.mouse.wheel(0, 40);
  await desktop.run('xdotool', ['mousemove', '640', '170', 'click', '--repeat', '2', '1']);
  expect(await page.evaluate(() => String(window.getSelection()))).toBe('');
  await desktop.run('xdotool', ['click', '8', 'keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl']);
  await expect(headingOf(page)).toHaveText('Who takes this call?');
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(1);
});
