import type { Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';
import { layoutFaults } from '../support/layout';
import { takePicture } from '../support/pictures';
import { surfacePlace, workArea } from '../support/popup-place';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { retype } from '../support/retype';

const favourites = Array.from({ length: 9 }, (_, index) => ({
  name: `Colleague ${index + 1} of the returns desk`,
  address: `+1415555016${index + 1}`,
  note: 'Returns',
}));

test('at twice the scale the whole popup is twice as large, never beyond the screen, and its list scrolls', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, { defaults: { favourites } }),
    args: ['--force-device-scale-factor=2'],
  });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await expect(popup.getByRole('option')).toHaveCount(9);
  expect(await popup.evaluate(() => window.devicePixelRatio)).toBe(2);
  const area = await workArea(desktop);
  await expect(async () => {
    const surface = await surfacePlace(baton, popup);
    expect(surface.width).toBe(2 * 440);
    expect(surface.y).toBeGreaterThanOrEqual(area.y);
    // The area's 767 pixels are 383.5 of the popup's own, which are whole.
    expect(surface.y + surface.height).toBeLessThanOrEqual(area.y + area.height + 1);
  }).toPass();
  expect(await layoutFaults(popup)).toEqual([]);
  const list = popup.getByRole('listbox', { name: 'Suggestions' });
  expect(await list.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
  await baton.keys('Down', 'Next', 'Next');
  const last = popup.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport({ ratio: 0.95 });
});

test('with text of twice the size nothing is cut or covered', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const look = async (state: string) => {
    await takePicture(desktop, popup, `${state}-200`);
    expect.soft(await layoutFaults(popup), state).toEqual([]);
  };
  await popup.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await openPopup(baton);
  await look('idle');
  await baton.keys('Down');
  await expect(popup.getByRole('option', { selected: true })).toBeInViewport();
  await look('selected');
  await baton.type('ma');
  await expect(popup.getByText('3 matches', { exact: true })).toBeVisible();
  await look('search');
  await retype(baton, '+14155550135');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  // What is sent is read here, to its last digit.
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  await expect(field).toHaveValue('+1 415 555 0135');
  expect(await field.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
  await look('nearly');
  await baton.keys('F1');
  await expect(popup.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await look('keys');
  await baton.keys('Escape');
  server.reply('drop');
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
  await look('unknown');
});

test('with less motion everything stands still, and the time to undo goes in steps', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, { defaults: { holdBackSeconds: 3 } }),
  });
  const popup = await baton.page('popup');
  const moving = () =>
    popup.evaluate(() =>
      document.getAnimations().map((animation) => {
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
        const timing = target === null ? '' : getComputedStyle(target).animationTimingFunction;
        return `${target?.className ?? ''} ${timing}`;
      }),
    );
  server.reply('silence');
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await moving()).toContain('progress__bar linear');
  await baton.keys('Escape');
  await expect(popup.getByRole('combobox')).toBeVisible();

  await popup.emulateMedia({ reducedMotion: 'reduce' });
  await baton.keys('alt+1');
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await moving()).toEqual(['progress__bar steps(3)']);
  await expect(popup.locator('.relay__baton')).toBeVisible();
  expect(await moving()).toEqual([]);
});

test('in the system’s high contrast shapes, lines and words say what colours said', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const look = async (state: string) => {
    await takePicture(desktop, popup, `${state}-forced`);
    expect.soft(await layoutFaults(popup), state).toEqual([]);
  };
  const style = (selector: string, property: string) =>
    popup
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  await popup.emulateMedia({ forcedColors: 'active' });
  await openPopup(baton);
  await baton.type('ma');
  await expect(popup.getByText('3 matches', { exact: true })).toBeVisible();
  await look('search');
  const selected = await style('.row[aria-selected=true]', 'background-color');
  expect(selected).not.toBe(await style('.row[aria-selected=false]', 'background-color'));
  expect(await style('.row[aria-selected=false] mark', 'text-decoration-line')).toBe('underline');
  expect(await style('.popup', 'border-top-width')).toBe('1px');
  const agent = await style('.readback .role', 'background-color');
  await popup.locator('.readback__switch').click();
  await expect(popup.locator('.readback .role--customer')).toBeVisible();
  expect(await style('.readback .role', 'background-color')).not.toBe(agent);
  await look('customer');
  await retype(baton, '+14155550135');
  await expect(popup.locator('.row__doubt svg')).toBeVisible();
  await look('nearly');
  server.reply('drop');
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
  expect(await style('.relay__leg--unsure', 'block-size')).toBe('34px');
  await look('unknown');
});

/** Whether the number's plus stands at its left and its last digit at its right, as it is shown. */
async function runsLeftToRight(popup: Page, selector: string, number: string): Promise<boolean> {
  return await popup
    .locator(selector)
    .first()
    .evaluate((element, digits) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(digits);
        if (at < 0) continue;
        const left = (from: number) => {
          const range = document.createRange();
          range.setStart(node, at + from);
          range.setEnd(node, at + from + 1);
          return range.getBoundingClientRect().left;
        };
        const all = Array.from(digits, (_, index) => left(index));
        return all.every((x, index) => index === 0 || x > (all[index - 1] ?? Infinity));
      }
      throw new Error(`${digits} is not shown`);
    }, number);
}

test('from right to left the popup is mirrored, and every number keeps its order', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, {
      enforced: { language: 'ar' },
      defaults: { holdBackSeconds: 10 },
    }),
  });
  const popup = await baton.page('popup');
  const number = '+1 415 555 0134';
  await openPopup(baton);
  await expect(popup.locator('html')).toHaveAttribute('dir', 'rtl');
  const [glyph, field] = [popup.locator('.field__glyph'), popup.locator('.field__input')];
  expect((await glyph.boundingBox())?.x).toBeGreaterThan(
    (await field.boundingBox())?.x ?? Infinity,
  );
  expect(await runsLeftToRight(popup, '.row__num', number)).toBe(true);
  expect(await runsLeftToRight(popup, '.line__from', '+1 415 555 0100')).toBe(true);
  await baton.keys('Down');
  expect(await runsLeftToRight(popup, '.readback__who', number)).toBe(true);
  await baton.keys('Return');
  await expect(popup.locator('.progress')).toBeVisible();
  expect(await runsLeftToRight(popup, '.state__body', number)).toBe(true);
  await takePicture(desktop, popup, 'held-rtl');
  await baton.keys('Escape');
  await expect(field).toBeVisible();

  await retype(baton, '+442079460958');
  await expect(field).toHaveValue('+44 20 7946 0958');
  expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  await baton.keys('Return');
  await expect(popup.locator('.progress')).toBeVisible();
  expect(await runsLeftToRight(popup, '.state__title', '+44 20 7946 0958')).toBe(true);
  await baton.keys('Escape');
});
