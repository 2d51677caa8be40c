import type { App, LoginItemSettings } from 'electron';

import { autostartEntryFile, autostartFile, type LoginItems } from '../config/autostart-file';
import { err, ok } from '../contract/result';

type LoginApp = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/** Windows takes the arguments as one text, as they are. */
const quoted = (word: string) => (/[\s"]/.test(word) ? `"${word}"` : word);

/** Whether the system has it, and whether the person has switched it off there. */
function found(settings: LoginItemSettings, platform: NodeJS.Platform): 'absent' | 'on' | 'off' {
  if (platform === 'darwin') {
    if (settings.status === 'requires-approval') return 'off';
    return settings.openAtLogin ? 'on' : 'absent';
  }
  // Windows keeps an entry that was switched off in the task manager.
  const entry = settings.launchItems.find(({ name }) => name.includes('Baton'));
  if (entry === undefined) return settings.openAtLogin ? 'on' : 'absent';
  return entry.enabled ? 'on' : 'off';
}

/** The login items of Windows and macOS, through Electron. */
export function systemLoginItems(
  app: LoginApp,
  platform: NodeJS.Platform,
  [path, ...options]: readonly [string, ...string[]],
): LoginItems {
  // macOS starts the program itself, and shows no window by itself.
  const item = platform === 'win32' ? { path, args: options.map(quoted) } : {};
  const look = () => found(app.getLoginItemSettings(item), platform);
  return {
    place: path,
    find: () => {
      const state = look();
      if (state === 'absent') return ok(null);
      return ok({ on: state === 'on', ours: true, program: path, startable: true });
    },
    write: () => {
      app.setLoginItemSettings({ ...item, openAtLogin: true });
      return look() === 'on' ? ok(null) : err({ cause: 'not registered' });
    },
    remove: () => {
      app.setLoginItemSettings({ ...item, openAtLogin: false });
      return look() === 'absent' ? ok(null) : err({ cause: 'still registered' });
    },
  };
}

/** Where programs that start at login are kept on this system. */
export function loginItemsOf(
  app: LoginApp,
  platform: NodeJS.Platform,
  command: readonly [string, ...string[]],
  at: { readonly environment: NodeJS.ProcessEnv; readonly home: string },
): LoginItems {
  return platform === 'darwin' || platform === 'win32'
    ? systemLoginItems(app, platform, command)
    : autostartEntryFile(autostartFile(at.environment, at.home), command);
}
