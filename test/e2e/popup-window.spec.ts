import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { openOtherWindow } from '../support/other-window';
import { expect, test } from '../support/own-desktop';
import { clickAt, surfacePlace, windowPlace, workArea } from '../support/popup-place';
import { expectClosed, isFocused, isOpen, openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { accepted, jsonAnswer } from '../support/recording-server';
import { background, distance, pixelsAt, type Area } from '../support/screen-pixels';
import { leavePopup, transferTo, typeNumber } from '../support/transfer';

const number = '+14155550134';

/** Waits until the window is as large as its surface wants. */
async function settledSurface(baton: Baton, popup: Page): Promise<Area> {
  let surface = await surfacePlace(baton, popup);
  await expect(async () => {
    const before = surface;
    surface = await surfacePlace(baton, popup);
    expect(surface).toEqual(before);
    const { width, height } = await windowPlace(baton);
    expect(await popup.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([
      width,
      height,
    ]);
  }).toPass();
  return surface;
}

function expectInside(inner: Area, outer: Area): void {
  expect(inner.x).toBeGreaterThanOrEqual(outer.x);
  expect(inner.y).toBeGreaterThanOrEqual(outer.y);
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
}

test('it opens centred, its top edge at 22 % of the display, and grows downwards', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  await openPopup(baton);
  const idle = await settledSurface(baton, popup);
  expect(idle).toMatchObject({ x: (1280 - 440) / 2, y: 0.22 * 800, width: 440 });
  expectInside(idle, await workArea(desktop));

  await baton.type(number);
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await expect.poll(async () => (await surfacePlace(baton, popup)).height).not.toBe(idle.height);
  const typed = await settledSurface(baton, popup);
  expect(typed).toMatchObject({ x: idle.x, y: idle.y, width: idle.width });
  expectInside(typed, await workArea(desktop));
});

test('its top edge stays where it is when it grows to its greatest height', async ({
  desktop,
  startBaton,
  server,
}) => {
  const favourites = Array.from({ length: 9 }, (_, index) => ({
    name: `Colleague ${index + 1}`,
    address: `+1415555016${index + 1}`,
  }));
  const baton = await startBaton({ config: realLine(server.url, { defaults: { favourites } }) });
  const popup = await baton.page('popup');
  await transferTo(baton, popup, '+442079460958', 'accepted');
  await leavePopup(baton);
  await transferTo(baton, popup, '+442079460959', 'accepted');
  await leavePopup(baton);
  await openPopup(baton);
  const tallest = await settledSurface(baton, popup);
  expect(tallest).toEqual({ x: (1280 - 440) / 2, y: 0.22 * 800, width: 440, height: 520 });
  expectInside(tallest, await workArea(desktop));

  await baton.type(number);
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await expect.poll(async () => (await surfacePlace(baton, popup)).height).not.toBe(520);
  expect(await settledSurface(baton, popup)).toMatchObject({ x: tallest.x, y: tallest.y });
  await baton.keys('ctrl+a', 'BackSpace');
  await expect.poll(async () => await settledSurface(baton, popup)).toEqual(tallest);
});

test('on a small display it stays inside what the panel leaves', async ({
  ownDesktop,
  startOn,
}) => {
  const desktop = await ownDesktop({ screen: '1024x600x24', compositor: true });
  const baton = await startOn(desktop);
  const popup = await baton.page('popup');
  const area = await workArea(desktop);
  expect(area.height).toBeLessThan(600);
  await openPopup(baton);
  const surface = await settledSurface(baton, popup);
  expect(surface).toMatchObject({ x: (1024 - 440) / 2, width: 440 });
  expectInside(surface, area);
});

test('Esc closes it and gives the focus back to the window that had it', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const other = await openOtherWindow(desktop);
  await openPopup(baton);
  await leavePopup(baton);
  await expect.poll(() => baton.focusedWindow()).toBe(other.title);
  await baton.keys('F10');
  await expect.poll(other.keys).toContain('F10');
  await other.close();
});

test('a click into another window closes it, and that window has the focus', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const other = await openOtherWindow(desktop);
  await desktop.run('xdotool', [
    'search',
    '--name',
    other.title,
    'windowmove',
    '--sync',
    '20',
    '40',
  ]);
  await openPopup(baton);
  await clickAt(desktop, 60, 100);
  await expectClosed(baton);
  await expect.poll(() => baton.focusedWindow()).toBe(other.title);
  await other.close();
});

test('text that was typed and not sent is there again when it is reopened', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  const other = await openOtherWindow(desktop);
  await typeNumber(baton, popup, '+442079460958');
  await other.focus();
  await expectClosed(baton);
  await openPopup(baton);
  await expect(field).toHaveValue('+44 20 7946 0958');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();

  await leavePopup(baton);
  await openPopup(baton);
  await expect(field).toHaveValue('+44 20 7946 0958');
  await other.close();
});

for (const [state, reply, heading] of [
  ['sending', 'silence', /^Transferring to/],
  [
    'refused',
    jsonAnswer('400 Bad Request', { error: 'to is a mandatory param.' }),
    'Plivo refused the transfer',
  ],
  ['unknown', 'drop', 'Are you still on the call?'],
] as const) {
  test(`it stays open though the focus goes elsewhere: ${state}`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    server.reply(reply);
    const baton = await startBaton({ config: realLine(server.url) });
    const popup = await baton.page('popup');
    const other = await openOtherWindow(desktop);
    await typeNumber(baton, popup, number);
    await baton.keys('Return');
    await expect(popup.getByRole('heading', { name: heading })).toBeVisible();
    await other.focus();
    await baton.keys('F10');
    await expect.poll(other.keys).toContain('F10');
    await expect.poll(() => isFocused(baton)).toBe(false);
    expect(await isOpen(baton)).toBe(true);
    await expect(popup.getByRole('heading', { name: heading })).toBeVisible();
    await other.close();
  });
}

test('it stays open though the focus goes elsewhere: not sent', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await server.close();
  const other = await openOtherWindow(desktop);
  await typeNumber(baton, popup, number);
  await baton.keys('Return');
  const heading = popup.getByRole('heading', { name: 'Not sent. The caller is still with you.' });
  await expect(heading).toBeVisible();
  await other.focus();
  await baton.keys('F10');
  await expect.poll(other.keys).toContain('F10');
  await expect.poll(() => isFocused(baton)).toBe(false);
  expect(await isOpen(baton)).toBe(true);
  await expect(heading).toBeVisible();
  await other.close();
});

test('a click beside the surface, into the room of its shadow, closes it', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  const other = await openOtherWindow(desktop);
  await openPopup(baton);
  const surface = await settledSurface(baton, popup);
  await clickAt(desktop, surface.x - 30, surface.y + 60);
  await expectClosed(baton);
  await expect.poll(() => baton.focusedWindow()).toBe(other.title);
  await other.close();
});

test('a click beside the surface does not close it while sending', async ({
  desktop,
  startBaton,
  server,
}) => {
  server.reply('silence');
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await typeNumber(baton, popup, number);
  await baton.keys('Return');
  await server.arrived(1);
  const surface = await settledSurface(baton, popup);
  const pressed = await popup.evaluateHandle(() => {
    const seen = { times: 0 };
    window.addEventListener('pointerdown', () => (seen.times += 1));
    return seen;
  });
  await clickAt(desktop, surface.x - 30, surface.y + 60);
  await expect.poll(() => pressed.evaluate((seen) => seen.times)).toBe(1);
  server.answerLate(accepted);
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  expect(await isOpen(baton)).toBe(true);
});

test("a window manager's close hides it and never destroys it", async ({
  desktop,
  startBaton,
  server,
}) => {
  server.reply('silence');
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const closeByWindowManager = () => desktop.run('wmctrl', ['-F', '-c', 'Baton']);
  await openPopup(baton);
  await closeByWindowManager();
  await expectClosed(baton);

  await typeNumber(baton, popup, number);
  await baton.keys('Return');
  await server.arrived(1);
  const asked = await baton.app.evaluateHandle(({ BrowserWindow }) => {
    const seen = { times: 0 };
    BrowserWindow.getAllWindows()[0]?.on('close', () => (seen.times += 1));
    return seen;
  });
  await closeByWindowManager();
  await expect.poll(() => asked.evaluate((seen) => seen.times)).toBe(1);
  server.answerLate(accepted);
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  expect(await isOpen(baton)).toBe(true);
});

test('with a compositor the corners are round, and the desktop shows through', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  await openPopup(baton);
  const { x, y } = await settledSurface(baton, popup);
  const place = await windowPlace(baton);
  expect(place).not.toMatchObject({ x, y });
  await expect(async () => {
    const [outmost = background] = await pixelsAt(desktop, { ...place, width: 1, height: 1 });
    expect(outmost).toEqual(background);
    const [corner = [0, 0, 0], ...rest] = await pixelsAt(desktop, { x, y, width: 30, height: 1 });
    // The shadow darkens the background a little.
    expect(distance(corner, background)).toBeLessThan(60);
    expect(distance(corner, rest.at(-1) ?? corner)).toBeGreaterThan(0);
  }).toPass();
});

test('without a compositor it is opaque and square, without black corners and without margin', async ({
  ownDesktop,
  startOn,
}) => {
  const desktop = await ownDesktop({ compositor: false });
  const baton = await startOn(desktop);
  const popup = await baton.page('popup');
  await openPopup(baton);
  const surface = await settledSurface(baton, popup);
  expect(await windowPlace(baton)).toEqual(surface);
  expect(surface).toMatchObject({ x: (1280 - 440) / 2, y: 0.22 * 800, width: 440 });

  const { x, y, width, height } = surface;
  const corners = [
    { x, y },
    { x: x + width - 12, y },
    { x, y: y + height - 12 },
    { x: x + width - 12, y: y + height - 12 },
  ];
  await expect(async () => {
    const [edge = background] = await pixelsAt(desktop, {
      x: x + width / 2,
      y,
      width: 1,
      height: 1,
    });
    expect(distance(edge, background)).toBeGreaterThan(0);
    for (const [index, corner] of corners.entries()) {
      const pixels = await pixelsAt(desktop, { ...corner, width: 12, height: 12 });
      expect(Math.min(...pixels.flat())).toBeGreaterThan(100);
      // The outermost pixel is of the edge's own colour: nothing is rounded off.
      const outermost = [0, 11, 132, 143][index] ?? 0;
      expect(pixels[outermost]).toEqual(edge);
    }
    const around = await pixelsAt(desktop, { x: x - 1, y: y - 1, width: width + 2, height: 1 });
    expect(around.every((colour) => distance(colour, background) === 0)).toBe(true);
  }).toPass();
});
