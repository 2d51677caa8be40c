import { describe, expect, it } from 'vitest';

import {
  appImageOf,
  loginCommand,
  loginItemStep,
  personsAutostartEntry,
  readAutostartEntry,
} from '../../../electron/config/autostart-entry';

const running = {
  executable: '/opt/Baton/baton',
  project: null,
  environment: {},
  unsandboxed: false,
  userDataDir: null,
  configFile: null,
};
const command = loginCommand(running);
const entry = personsAutostartEntry(command);

describe('what starts Baton at login', () => {
  it('is the program that runs, without a window', () => {
    expect(command).toEqual(['/opt/Baton/baton', '--hidden']);
  });

  it('works on the same folder and the same file', () => {
    expect(
      loginCommand({ ...running, userDataDir: '/data/my own', configFile: '/etc/baton.json' }),
    ).toEqual([
      '/opt/Baton/baton',
      '--hidden',
      '--user-data-dir=/data/my own',
      '--config=/etc/baton.json',
    ]);
  });

  it('starts the project where Baton is developed', () => {
    expect(loginCommand({ ...running, project: '/src/baton', unsandboxed: true })).toEqual([
      '/opt/Baton/baton',
      '/src/baton',
      '--no-sandbox',
      '--hidden',
    ]);
  });

  const mounted = '/tmp/.mount_BatonXYZ';
  it.each([
    [
      'the AppImage that it lies in',
      { APPIMAGE: '/home/a/Baton.AppImage', APPDIR: mounted },
      '/home/a/Baton.AppImage',
    ],
    ['nothing without one', {}, null],
    [
      'not the AppImage that has started it',
      { APPIMAGE: '/home/a/Other.AppImage', APPDIR: '/tmp/.mount_Other' },
      null,
    ],
    ['no path that is none', { APPIMAGE: 'Baton.AppImage', APPDIR: mounted }, null],
    ['nothing without its folder', { APPIMAGE: '/home/a/Baton.AppImage' }, null],
  ])('is %s', (_what, environment, image) => {
    expect(appImageOf({ executable: `${mounted}/baton`, environment })).toBe(image);
  });
});

describe('an entry', () => {
  it('that the setting wrote is known again', () => {
    expect(readAutostartEntry(entry, command)).toEqual({
      on: true,
      ours: true,
      program: '/opt/Baton/baton',
    });
    const elsewhere = loginCommand({ ...running, executable: '/home/a/Baton.AppImage' });
    expect(readAutostartEntry(entry, elsewhere).ours).toBe(true);
  });

  it.each([
    ['of a Baton on another folder', personsAutostartEntry([...command, '--user-data-dir=/other'])],
    ['that somebody wrote by hand', entry.replace(/^X-Baton.*\n/m, '')],
    ['whose command was changed', entry.replace('Exec=', 'Exec=env GDK_SCALE=2 ')],
    ['whose command cannot be read', entry.replace(/^Exec=.*$/m, 'Exec="')],
  ])('%s is somebody else’s', (_what, text) => {
    expect(readAutostartEntry(text, command)).toMatchObject({ on: true, ours: false });
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'Hidden = true \t'])(
    'with %s is switched off',
    (field) => {
      const text = entry.replace(/^X-GNOME.*$/m, field);
      expect(readAutostartEntry(text, command)).toMatchObject({ on: false, ours: true });
    },
  );
});

describe('the setting', () => {
  const ours = { on: true, ours: true, program: '/opt/Baton/baton', startable: true };
  const foreign = { ...ours, ours: false };
  const off = { ...ours, on: false };
  const gone = { ...ours, startable: false };

  it.each([
    ['on', 'said long ago', null, 'write'],
    ['on', 'said long ago', ours, 'keep'],
    ['on', 'said long ago', foreign, 'keep'],
    ['on', 'said long ago', { ...gone, ours: false }, 'keep'],
    // The program was moved, as an AppImage is by an update.
    ['on', 'said long ago', gone, 'write'],
    ['on', 'said long ago', off, 'keep'],
    ['on', 'insisted on', off, 'write'],
    ['on', 'insisted on', ours, 'keep'],
    ['off', 'said long ago', null, 'keep'],
    ['off', 'said long ago', ours, 'remove'],
    ['off', 'said long ago', foreign, 'keep'],
    // It may hide an entry that an administrator put there for everybody.
    ['off', 'said long ago', off, 'keep'],
    ['off', 'insisted on', off, 'keep'],
    ['off', 'insisted on', foreign, 'remove'],
  ] as const)('%s, %s, with %j: %s', (wanted, said, found, step) => {
    const insisted = said === 'insisted on';
    expect(loginItemStep({ on: wanted === 'on', insisted }, found)).toBe(step);
  });
});
