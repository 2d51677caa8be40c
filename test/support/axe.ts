import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds against WCAG 2.2 A and AA and good practice in a page, in words; empty when nothing. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Half faded in, a text has not the contrast that it comes to have. A countdown is no fading in.
  await page.evaluate(async () => {
    // One that is cut off has ended, too.
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < 1000)
        .map((animation) => animation.finished),
    );
  });
  const { violations } = await new AxeBuilder({ page })
    // Electron opens no page of its own for axe to work in.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
