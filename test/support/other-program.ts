import { resolve } from 'node:path';

import { expect } from '@playwright/test';

import type { Desktop } from './baton';

const program = resolve(import.meta.dirname, 'grab-key.mjs');

/** Another program that holds Control+Alt and a letter. */
export interface ShortcutHolder {
  /** How often the combination reached it. */
  presses(): number;
  /** Ends it, which frees the combination. */
  end(): Promise<void>;
}

/** Starts it and waits until it has what it wants. */
export async function holdShortcut(desktop: Desktop, letter: string): Promise<ShortcutHolder> {
  const holder = await desktop.start('another program', process.execPath, [program, letter]);
  await expect.poll(holder.output).toBe('grabbed\n');
  return {
    presses: () => holder.output().split('pressed').length - 1,
    end: async () => {
      process.kill(holder.pid, 'SIGTERM');
      if (!holder.ended()) await new Promise((done) => holder.child.once('exit', done));
    },
  };
}
