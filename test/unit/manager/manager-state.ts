import type { ManagerState } from '../../../electron/contract/manager';
import { defaultApiBaseUrl, type Line, type Settings } from '../../../electron/contract/settings';

export const line: Line = {
  id: 'support',
  name: 'Support line',
  phloId: 'phlo-1',
  nodeId: 'node-1',
  triggerSource: '+14155550100',
  role: 'agent',
  numberFormat: 'e164',
  apiBaseUrl: defaultApiBaseUrl,
};

const settings: Settings = {
  lines: [line],
  activeLine: null,
  region: 'US',
  shortcut: 'Control+Alt+B',
  holdBackSeconds: 2,
  closeAfterMs: 2000,
  clipboardOffer: true,
  authId: 'MAFAKE0EXAMPLE0BATON',
  updates: 'off',
  destinations: { allow: [], deny: [], directoryOnly: false },
  favourites: [],
  directory: { files: [] },
  historyDays: 90,
  launchAtLogin: false,
  theme: 'system',
  language: 'system',
  network: { proxy: 'system', caFile: null, connectTimeoutMs: 3000, totalTimeoutMs: 8000 },
};

const sources: ManagerState['sources'] = {
  lines: 'person',
  activeLine: 'person',
  region: 'built-in',
  shortcut: 'built-in',
  holdBackSeconds: 'built-in',
  closeAfterMs: 'built-in',
  clipboardOffer: 'built-in',
  authId: 'person',
  updates: 'built-in',
  destinations: 'built-in',
  favourites: 'built-in',
  directory: 'built-in',
  historyDays: 'built-in',
  launchAtLogin: 'built-in',
  theme: 'built-in',
  language: 'built-in',
  network: 'built-in',
};

/** The window's state with the sign-in done and one line in use. */
export function managerState(changes: Partial<Settings>): ManagerState {
  const merged = { ...settings, ...changes };
  return {
    settings: merged,
    sources,
    networkSources: {
      proxy: 'built-in',
      caFile: 'built-in',
      connectTimeoutMs: 'built-in',
      totalTimeoutMs: 'built-in',
    },
    credentials: 'present',
    notices: [],
    activeLine: merged.activeLine ?? merged.lines[0]?.id ?? 'practice',
    registeredShortcut: merged.shortcut,
    shortcutSeen: false,
    displayServer: 'x11',
    launchAtLogin: 'off',
    updates: { kind: 'off' },
    practice: { url: 'http://127.0.0.1:40123' },
    directory: { ready: true, entries: 0, sources: [] },
    theme: merged.theme,
    language: 'en',
    platform: 'linux',
    about: {
      version: '0.1.0',
      electron: '25.1.1',
      chromium: '114.0.5735.106',
      node: '18.15.0',
      trialRuntime: true,
      userDataFolder: '/home/agent/.config/Baton',
      logFile: '/home/agent/.config/Baton/baton.log',
      configFile: null,
    },
  };
}
