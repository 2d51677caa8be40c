import { expect } from '@playwright/test';

import type { Desktop } from './baton';

/** A bus in the place of the system's, on which logind would speak. */
export interface SystemBus {
  readonly address: string;
  /** Sends a signal, as logind does; arguments as `dbus-send` writes them, `boolean:true`. */
  emit(path: string, signal: string, ...args: readonly string[]): Promise<void>;
}

/** Starts it; it ends with the desktop. */
export async function startSystemBus(desktop: Desktop): Promise<SystemBus> {
  const daemon = await desktop.start('system bus', 'dbus-daemon', [
    '--session',
    '--nofork',
    '--print-address',
  ]);
  await expect.poll(() => daemon.output()).toMatch(/^unix:.+\n/m);
  const address = /^unix:.+$/m.exec(daemon.output())?.[0] ?? '';
  return {
    address,
    emit: async (path, signal, ...args) => {
      const target = [`--bus=${address}`, '--type=signal', path, signal];
      const { code, stderr } = await desktop.run('dbus-send', [...target, ...args]);
      expect(code, stderr).toBe(0);
    },
  };
}
