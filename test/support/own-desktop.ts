import { startDesktop } from '../../build/desktop.mjs';
import { Baton, type BatonOptions, type Desktop } from './baton';
import { test as base } from './fixtures';

type DesktopOptions = NonNullable<Parameters<typeof startDesktop>[0]>;

interface OwnDesktopFixtures {
  /** Starts a desktop for this test alone: its keychain is the test's to lock or to leave out. */
  readonly ownDesktop: (options: DesktopOptions) => Promise<Desktop>;
  /** Starts Baton on such a desktop; both end with the test. */
  readonly startOn: (desktop: Desktop, options?: BatonOptions) => Promise<Baton>;
}

export const test = base.extend<OwnDesktopFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  ownDesktop: async ({}, use) => {
    const started: Desktop[] = [];
    await use(async (options) => {
      const desktop = await startDesktop(options);
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.dispose();
  },
  // oxlint-disable-next-line no-unused-vars -- asked for so that Baton is closed before its desktop
  startOn: async ({ ownDesktop: _ }, use) => {
    const started: Baton[] = [];
    await use(async (desktop, options) => {
      const baton = await Baton.start(desktop, options);
      started.push(baton);
      return baton;
    });
    for (const baton of started) await baton.close();
  },
});

export { expect } from './fixtures';
