import { test as base } from '@playwright/test';

import { startDesktop } from '../../build/desktop.mjs';
import { Baton, type BatonOptions, type Desktop } from './baton';
import { startRecordingServer, type RecordingServer } from './recording-server';

interface WorkerFixtures {
  /** One desktop for all tests of a worker: panel, keychain and compositor. */
  readonly desktop: Desktop;
}

interface TestFixtures {
  /** Starts Baton; it is closed when the test ends. */
  readonly startBaton: (options?: BatonOptions) => Promise<Baton>;
  /** A server in Plivo's place that keeps every byte. */
  readonly server: RecordingServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  desktop: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, provide) => {
      const desktop = await startDesktop({ compositor: true });
      await provide(desktop);
      await desktop.dispose();
    },
    { scope: 'worker' },
  ],
  startBaton: async ({ desktop }, provide) => {
    const started: Baton[] = [];
    await provide(async (options) => {
      const baton = await Baton.start(desktop, options);
      started.push(baton);
      return baton;
    });
    for (const baton of started) await baton.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
  server: async ({}, provide) => {
    const server = await startRecordingServer();
    await provide(server);
    await server.close();
  },
});

export { expect } from '@playwright/test';
