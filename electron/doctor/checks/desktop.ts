import type { Finding } from '../../contract/doctor';
import { unreachable } from '../../contract/result';
import { finding } from '../check-up';

/** What shows windows. `compositor`: windows may be translucent. */
export type DisplayReading =
  | { readonly kind: 'system' }
  | { readonly kind: 'wayland'; readonly display: string }
  | { readonly kind: 'x11'; readonly display: string; readonly compositor: boolean }
  /** Nothing answers, or none is named. */
  | { readonly kind: 'none'; readonly display: string };

/**
 * Who shows tray icons: nobody where a kiosk has none, the system itself, a host of StatusNotifier items, only the older kind of
 * tray of X11, nobody, or nobody knows, because there is no session bus to ask on.
 */
export type TrayReading = 'kiosk' | 'system' | 'host' | 'older' | 'none' | 'no-bus';

export function displayFinding(reading: DisplayReading): Finding {
  switch (reading.kind) {
    case 'system':
      return finding('display-system');
    case 'wayland':
      return finding('display-wayland', { display: reading.display });
    case 'x11':
      return finding(reading.compositor ? 'display-x11' : 'display-plain', {
        display: reading.display,
      });
    case 'none':
      return finding('display-none', reading.display === '' ? {} : { display: reading.display });
    default:
      return unreachable(reading);
  }
}

export const trayFinding = (reading: TrayReading): Finding => finding(`tray-${reading}`);
