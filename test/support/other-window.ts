import { expect } from '@playwright/test';

import type { Desktop } from './baton';

const title = 'Event Tester';

/** A window of another program that has the focus and writes down every key it gets. */
export interface OtherWindow {
  readonly title: string;
  /** Names of the keys that were pressed in it. */
  keys(): string[];
  /** Gives it the focus again, as its entry in a taskbar would. */
  focus(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it and waits until it has the focus and receives keys. */
export async function openOtherWindow(desktop: Desktop): Promise<OtherWindow> {
  const xev = await desktop.start('other window', 'xev', ['-event', 'keyboard']);
  let output = '';
  xev.child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const keys = () =>
    Array.from(
      output.matchAll(/KeyPress event[^]*?keysym 0x[0-9a-f]+, (\w+)\)/g),
      (match) => match[1] ?? '',
    );
  const focus = async () => {
    await desktop.run('xdotool', [
      'search',
      '--sync',
      '--onlyvisible',
      '--name',
      title,
      'windowactivate',
      '--sync',
    ]);
  };
  await focus();
  // The first key that arrives proves the focus; xev reports it a moment later.
  await expect(async () => {
    await desktop.run('xdotool', ['key', 'F12']);
    expect(keys()).toContain('F12');
  }).toPass();
  output = '';
  return {
    title,
    keys,
    focus,
    close: async () => {
      process.kill(xev.pid, 'SIGTERM');
      if (!xev.ended()) await new Promise((done) => xev.child.once('exit', done));
    },
  };
}
