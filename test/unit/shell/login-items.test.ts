import { describe, expect, it } from 'vitest';

import { systemLoginItems } from '../../../electron/shell/login-items';

const nothing = {
  openAtLogin: false,
  openAsHidden: false,
  wasOpenedAtLogin: false,
  wasOpenedAsHidden: false,
  restoreState: false,
  status: 'not-registered',
  executableWillLaunchAtLogin: false,
  launchItems: [],
} as const;
const entry = { name: 'org.baton.Baton', path: 'baton.exe', args: ['--hidden'], scope: 'user' };
const command = [
  'C:\\Program Files\\Baton\\Baton.exe',
  '--hidden',
  '--config=C:\\my file',
] as const;

/** The system's list, of which the test says what it answers. */
function system(platform: NodeJS.Platform, answers: object) {
  const asked: unknown[] = [];
  const set: unknown[] = [];
  const app = {
    getLoginItemSettings: (options: unknown) => {
      asked.push(options);
      return { ...nothing, launchItems: [], ...answers };
    },
    setLoginItemSettings: (options: unknown) => set.push(options),
  };
  return { items: systemLoginItems(app, platform, [...command]), asked, set };
}

describe('the login items of the system', () => {
  it.each([
    ['win32', {}, null],
    ['win32', { openAtLogin: true, launchItems: [{ ...entry, enabled: true }] }, true],
    // Switched off in the task manager.
    ['win32', { openAtLogin: true, launchItems: [{ ...entry, enabled: false }] }, false],
    ['darwin', {}, null],
    ['darwin', { openAtLogin: true, status: 'enabled' }, true],
    ['darwin', { status: 'requires-approval' }, false],
  ] as const)('on %s with %j', (platform, answers, on) => {
    const { items } = system(platform, answers);
    const found = items.find();
    expect(found.ok && found.value?.on).toBe(on ?? undefined);
  });

  it('starts Baton on Windows hidden, its options quoted', () => {
    const launchItems = [{ ...entry, enabled: true }];
    const { items, set } = system('win32', { openAtLogin: true, launchItems });
    expect(items.write().ok).toBe(true);
    const args = ['--hidden', '"--config=C:\\my file"'];
    expect(set).toEqual([{ path: command[0], args, openAtLogin: true }]);
  });

  it('says where the system did not do what it was asked for', () => {
    expect(system('darwin', {}).items.write().ok).toBe(false);
    expect(system('darwin', { openAtLogin: true }).items.remove().ok).toBe(false);
    expect(system('darwin', {}).items.remove().ok).toBe(true);
  });
});
