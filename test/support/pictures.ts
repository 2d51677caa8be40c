import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, type Page } from '@playwright/test';

import type { Desktop } from './baton';

const folder = resolve(import.meta.dirname, '../../.cache/screenshots');

/** Resolves when the page has painted what it is to show and no transition runs any more. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document
      .getAnimations()
      // The baton on its leg travels for ever, and the line of the hold-back runs as long as that.
      .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < 1000);
    await Promise.allSettled(running.map((animation) => animation.finished));
    await new Promise<void>((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    });
  });
}

/**
 * Photographs the desktop where the window is, shadow and what lies behind included, into
 * `.cache/screenshots/<name>.png`: for looking at, not for comparing.
 */
export async function takePicture(desktop: Desktop, page: Page, name: string): Promise<void> {
  // A pointer that happens to rest on a row would light it up.
  await desktop.run('xdotool', ['mousemove', '20', '300']);
  await painted(page);
  const bounds = await page.evaluate(() => ({
    x: window.screenX,
    y: window.screenY,
    width: window.outerWidth,
    height: window.outerHeight,
  }));
  mkdirSync(folder, { recursive: true });
  const { code, stderr } = await desktop.run('import', [
    '-window',
    'root',
    '-crop',
    `${bounds.width}x${bounds.height}+${bounds.x}+${bounds.y}`,
    '+repage',
    join(folder, `${name}.png`),
  ]);
  expect(code, stderr).toBe(0);
}
