import { describe, expect, it } from 'vitest';

import type { LineView, Recent } from '../../../electron/contract/popup';
import {
  trayMenu,
  trayTooltip,
  type TrayEntry,
  type TrayModel,
} from '../../../electron/shell/tray-menu';

const practice: LineView = {
  id: 'practice',
  name: 'Practice line',
  from: '+1 415 555 0100',
  role: 'agent',
  practice: true,
  readiness: 'practice',
};
const support: LineView = {
  ...practice,
  id: 'support',
  name: 'Support & sales',
  practice: false,
  readiness: 'ready',
};
const recent: Recent = {
  attemptId: '1',
  at: 0,
  outcome: 'unknown',
  destination: {
    address: '+14155550134',
    display: '+1 415 555 0134',
    name: 'Maria Alvarez',
    note: null,
    country: null,
    role: null,
  },
};
const model: TrayModel = {
  state: 'ready',
  line: support,
  lines: [support, practice],
  fixedLine: null,
  recents: [recent],
  shortcut: 'Ctrl+Alt+B',
  unproven: false,
  newVersion: null,
};

const all = (entries: readonly TrayEntry[]): TrayEntry[] =>
  entries.flatMap((entry) => (entry.type === 'submenu' ? [entry, ...all(entry.entries)] : [entry]));
const commands = (entries: readonly TrayEntry[]) =>
  all(entries).flatMap((entry) => ('command' in entry ? [entry.command] : []));
const labels = (entries: readonly TrayEntry[]) =>
  all(entries).flatMap((entry) => ('label' in entry ? [entry.label] : []));

describe('the menu of the tray icon', () => {
  it('can do everything: open, recents, line, practice, history, settings, quit', () => {
    expect(commands(trayMenu(model))).toEqual([
      { kind: 'open' },
      { kind: 'prefill', address: '+14155550134' },
      { kind: 'line', lineId: 'support' },
      { kind: 'window', route: 'lines' },
      { kind: 'line', lineId: 'practice' },
      { kind: 'window', route: 'history' },
      { kind: 'window', route: 'account' },
      { kind: 'window', route: 'about' },
      { kind: 'quit' },
    ]);
  });

  it('shows the shortcut, the outcome of a recent and the line in use', () => {
    const entries = trayMenu(model);
    expect(labels(entries)).toContain('Transfer a call… (Ctrl+Alt+B)');
    expect(labels(entries)).toContain('Maria Alvarez, +1 415 555 0134 (Not confirmed)');
    expect(all(entries).filter((entry) => entry.type === 'choice' && entry.checked)).toHaveLength(
      1,
    );
  });

  it('lets no line be chosen where the administrator has chosen it, and says so', () => {
    const choosable = (fixedLine: string | null) =>
      all(trayMenu({ ...model, fixedLine })).flatMap((entry) =>
        entry.type === 'choice' ? [entry.enabled] : [],
      );
    expect(choosable(null)).toEqual([true, true]);
    // Who practises gets back to it.
    expect(choosable('support')).toEqual([true, false]);
    const note = 'Set by your administrator';
    expect(labels(trayMenu({ ...model, fixedLine: 'support' }))).toContain(note);
    expect(labels(trayMenu(model))).not.toContain(note);
  });

  it('shows an ampersand as it is, not as a mnemonic', () => {
    expect(labels(trayMenu(model))).toContain('Support && sales');
  });

  it('says what is missing when there is nothing to choose from', () => {
    const empty = trayMenu({
      ...model,
      line: practice,
      lines: [practice],
      recents: [],
      shortcut: null,
    });
    expect(labels(empty)).toEqual(
      expect.arrayContaining(['Transfer a call…', 'No transfers yet', 'No line set up yet']),
    );
  });

  it('leads to what helps where the shortcut may never fire', () => {
    const entries = trayMenu({ ...model, unproven: true });
    expect(labels(entries)[1]).toBe('The shortcut has not worked yet…');
    expect(commands(entries)[1]).toEqual({ kind: 'window', route: 'shortcuts' });
  });

  it('offers the restart that brings a new version, and only then', () => {
    const entries = trayMenu({ ...model, newVersion: '1.2.0' });
    expect(labels(entries).at(-2)).toBe('Restart to update to 1.2.0');
    expect(commands(entries).slice(-2)).toEqual([{ kind: 'restart' }, { kind: 'quit' }]);
  });

  it('is named by a tooltip that says state and line', () => {
    expect(trayTooltip(model)).toBe('Baton, ready, Support & sales');
  });
});
