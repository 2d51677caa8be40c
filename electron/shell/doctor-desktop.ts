import type { DisplayReading, TrayReading } from '../doctor/checks/desktop';
import { compositorSelection } from './compositor';
import { trayHost } from './doctor-session-bus';
import { displayServerOf } from './environment';
import { selectionState } from './x11-selection';

/** What the older kind of tray owns on each screen of X11. */
const traySelection = '_NET_SYSTEM_TRAY_S';

/** The display of this process's session, asked. */
export async function readDisplay(): Promise<DisplayReading> {
  const server = displayServerOf(process.platform, process.env);
  if (server === 'windows' || server === 'macos') return { kind: 'system' };
  const x11 = process.env['DISPLAY'] ?? '';
  if (server === 'wayland') {
    return { kind: 'wayland', display: process.env['WAYLAND_DISPLAY'] ?? '' };
  }
  const state = x11 === '' ? 'unreachable' : await selectionState(compositorSelection);
  if (state === 'unreachable') return { kind: 'none', display: x11 };
  return { kind: 'x11', display: x11, compositor: state === 'owned' };
}

/** Who shows tray icons in this process's session. */
export async function readTray(): Promise<TrayReading> {
  if (process.platform !== 'linux') return 'system';
  const host = await trayHost();
  if (host === 'host' || (process.env['DISPLAY'] ?? '') === '') return host;
  return (await selectionState(traySelection)) === 'owned' ? 'older' : host;
}
