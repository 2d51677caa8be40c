import { describe, expect, it } from 'vitest';

import type { LoginItems } from '../../../electron/config/autostart-file';
import { builtInSettings } from '../../../electron/config/built-in';
import { err, ok } from '../../../electron/contract/result';
import type { SettingSource } from '../../../electron/contract/settings';
import { keepAutostart } from '../../../electron/shell/autostart';
import { managerState } from '../manager/manager-state';

interface Setting {
  readonly on: boolean;
  readonly source: SettingSource;
}

/** The parts, with a list of login items that the test looks at. */
function autostart(first: Setting, { kiosk = false, item = null as 'on' | 'off' | null } = {}) {
  let setting = first;
  let listed = item;
  let broken = false;
  let tell = () => {};
  const notices: string[] = [];
  const change = (state: 'on' | null) => () => {
    if (broken) return err({ cause: 'EACCES' });
    listed = state;
    return ok(null);
  };
  const items: LoginItems = {
    place: '/home/a/.config/autostart/baton.desktop',
    find: () =>
      ok(
        listed === null
          ? null
          : { on: listed === 'on', ours: true, program: '/opt/baton', startable: true },
      ),
    write: change('on'),
    remove: change(null),
  };
  const made = () =>
    keepAutostart({
      settings: {
        current: () => ({
          settings: { ...builtInSettings, launchAtLogin: setting.on },
          sources: { ...managerState({}).sources, launchAtLogin: setting.source },
          networkSources: managerState({}).networkSources,
        }),
        onChanged: (listener) => {
          tell = () => listener(managerStateOf());
          return () => undefined;
        },
      },
      kiosk: () => kiosk,
      items,
      notices: {
        raise: ({ code, params }) => notices.push(`${code} ${String(params['cause'])}`),
        settle: (code) => notices.push(`settled ${code}`),
      },
    });
  const managerStateOf = () => ({
    settings: { ...builtInSettings, launchAtLogin: setting.on },
    sources: managerState({}).sources,
    networkSources: managerState({}).networkSources,
  });
  return {
    start: made,
    listed: () => listed,
    notices: () => notices.filter((text) => !text.startsWith('settled')),
    settled: () => notices.at(-1)?.startsWith('settled') === true,
    breakIt: (isBroken: boolean) => {
      broken = isBroken;
    },
    set: (changed: Setting) => {
      setting = changed;
      tell();
    },
  };
}

const byPerson = (on: boolean): Setting => ({ on, source: 'person' });

describe('the start at login', () => {
  it('follows the setting, at the start and at once', () => {
    const parts = autostart(byPerson(true));
    const { state } = parts.start();
    expect(parts.listed()).toBe('on');
    expect(state()).toBe('on');
    parts.set(byPerson(false));
    expect(parts.listed()).toBeNull();
    expect(state()).toBe('off');
    parts.set(byPerson(true));
    expect(parts.listed()).toBe('on');
  });

  it('stays off where the system’s own settings say so, until the person insists', () => {
    const parts = autostart(byPerson(true), { item: 'off' });
    const { state, insist } = parts.start();
    expect(parts.listed()).toBe('off');
    expect(state()).toBe('stopped');
    insist();
    expect(parts.listed()).toBe('on');
    expect(state()).toBe('on');
  });

  it('is what the administrator enforces, whatever the system’s own settings say', () => {
    const on = autostart({ on: true, source: 'enforced' }, { item: 'off' });
    on.start();
    expect(on.listed()).toBe('on');
    const off = autostart({ on: false, source: 'enforced' }, { item: 'on' });
    off.start();
    expect(off.listed()).toBeNull();
  });

  it('is on in a kiosk that nobody has set it for', () => {
    for (const [setting, listed] of [
      [{ on: false, source: 'built-in' }, 'on'],
      [{ on: false, source: 'default' }, null],
      [{ on: false, source: 'enforced' }, null],
    ] as const) {
      const parts = autostart(setting, { kiosk: true });
      parts.start();
      expect(parts.listed()).toBe(listed);
    }
  });

  it('says what could not be written, until it could', () => {
    const parts = autostart(byPerson(false));
    parts.start();
    parts.breakIt(true);
    parts.set(byPerson(true));
    expect(parts.notices()).toEqual(['autostart-unwritable EACCES']);
    parts.breakIt(false);
    parts.set(byPerson(false));
    expect(parts.settled()).toBe(true);
  });
});
