import { axeFaults } from '../support/axe';
import { kioskFile } from '../support/kiosk';
import { nine, ward } from '../support/kiosk-page';
import { layoutFaults } from '../support/layout';
import { expect, test } from '../support/own-desktop';
import { takePicture } from '../support/pictures';
import { hasKeys, takesDecisions } from '../support/popup-window';
import { jsonAnswer } from '../support/recording-server';

test('twice the text, less motion, high contrast, and from right to left', async ({
  desktop,
  startBaton,
  server,
}) => {
  test.setTimeout(120_000);
  const baton = await startBaton({
    config: kioskFile(server.url, {
      enforced: { language: 'ar' },
      defaults: { favourites: ward, holdBackSeconds: 10 },
    }),
  });
  await baton.printed(/^baton: popup shown/m);
  const page = await baton.page('popup');
  const tiles = page.locator('.tile');
  const look = async (state: string) => {
    await takePicture(desktop, page, `kiosk-${state}`);
    expect.soft(await axeFaults(page), state).toEqual([]);
    expect.soft(await layoutFaults(page), state).toEqual([]);
  };
  await expect(tiles.first()).toBeFocused();
  await hasKeys(baton);
  await look('rtl');
  await baton.keys('Left');
  await expect(tiles.nth(1)).toBeFocused();
  await baton.keys('Right');
  await expect(tiles.first()).toBeFocused();
  await page.locator('.kiosk__lock').click();
  await expect(page.locator('.pad')).toBeVisible();
  await look('rtl-pin');
  await baton.keys('Escape');

  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await look('forced-colors');
  await page.locator('.kiosk__lock').click();
  await look('forced-colors-pin');
  const moving = () =>
    page.evaluate(() =>
      document.getAnimations().filter(({ playState }) => playState === 'running'),
    );
  expect(await moving()).toEqual([]);
  await baton.keys('Escape');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });

  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await look('200');
  await baton.keys('End');
  await expect(tiles.last()).toBeInViewport({ ratio: 1 });
  await page.locator('.kiosk__lock').click();
  await look('200-pin');
  await page.locator('.pad__key--ok').scrollIntoViewIfNeeded();
  await expect(page.locator('.pad__key--ok')).toBeInViewport({ ratio: 1 });
});

test.describe('on screens of other sizes', () => {
  const screens = [
    ['1920x1080', 'hi'],
    ['800x600', 'de'],
    ['768x1366', 'fr'],
  ] as const;
  for (const [screen, language] of screens) {
    test(`the surface fits and fills a screen of ${screen}, in ${language}`, async ({
      ownDesktop,
      startOn,
      server,
    }) => {
      const desktop = await ownDesktop({ screen: `${screen}x24`, panel: false });
      const baton = await startOn(desktop, {
        config: kioskFile(server.url, {
          enforced: { language },
          defaults: { favourites: nine, holdBackSeconds: 10 },
        }),
      });
      await baton.printed(/^baton: popup shown/m);
      const page = await baton.page('popup');
      await expect(page.locator('.tile').first()).toBeFocused();
      await takePicture(desktop, page, `kiosk-${screen}`);
      expect(await layoutFaults(page)).toEqual([]);
      const share = await page.locator('.kiosk__surface').evaluate((surface) => {
        const { width, height } = surface.getBoundingClientRect();
        return Math.max(width / window.innerWidth, height / window.innerHeight);
      });
      expect(share).toBeGreaterThan(0.6);
      await page.locator('.kiosk__lock').click();
      await expect(page.locator('.pad')).toBeVisible();
      await takePicture(desktop, page, `kiosk-${screen}-pin`);
      expect(await layoutFaults(page)).toEqual([]);
      await baton.keys('Escape');
      await expect(page.locator('.tile').first()).toBeFocused();
      server.reply(jsonAnswer('401 Unauthorized', { error: 'no' }));
      await page.locator('.tile').nth(3).click();
      await expect(page.locator('.progress')).toBeVisible();
      expect(await layoutFaults(page)).toEqual([]);
      await takesDecisions(page);
      await baton.keys('Return');
      await expect(page.locator('.advice')).toBeVisible();
      await takePicture(desktop, page, `kiosk-${screen}-refused`);
      expect(await layoutFaults(page)).toEqual([]);
    });
  }
});
