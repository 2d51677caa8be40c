import type { Settings } from '../contract/settings';

/**
 * The weakest layer: what holds where neither the administrator nor the person said anything
 * (docs/behaviour.md, "Settings").
 */
export const builtInSettings: Settings = {
  lines: [],
  activeLine: null,
  region: 'US',
  shortcut: 'Control+Alt+B',
  holdBackSeconds: 2,
  closeAfterMs: 2000,
  clipboardOffer: true,
  authId: null,
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
