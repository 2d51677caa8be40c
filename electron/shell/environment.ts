import type { ManagerState } from '../contract/manager';
import type { PopupState } from '../contract/popup';

/** The three systems that Baton is made for; everything else is treated as Linux. */
export function platformOf(platform: NodeJS.Platform): PopupState['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

/** Which display server the session runs on, from what the session itself says. */
export function displayServerOf(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): ManagerState['displayServer'] {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const wayland =
    environment['XDG_SESSION_TYPE'] === 'wayland' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
  return wayland ? 'wayland' : 'x11';
}
