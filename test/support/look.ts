import { expect, type Page } from '@playwright/test';

import type { Desktop } from './baton';
import { layoutFaults } from './layout';
import { takePicture } from './pictures';

/**
 * Photographs a state as `<state>-<theme>.png`, and checks that nothing in it is cut, covered or out
 * of place and that there is one region for announcements.
 */
export function looker(
  desktop: Desktop,
  popup: Page,
  theme: string,
): (state: string) => Promise<void> {
  return async (state) => {
    await takePicture(desktop, popup, `${state}-${theme}`);
    expect(await layoutFaults(popup), state).toEqual([]);
    await expect(popup.getByRole('status')).toHaveCount(1);
  };
}
