import { unreachable } from '../contract/result';
import type { Desk } from '../ipc/handlers';
import type { Popup } from './popup-window';
import type { TrayCommand } from './tray-menu';

/** Carries out an entry of the tray's menu. None of them sends anything. */
export function runTrayCommand(
  command: TrayCommand,
  { desk, popup, quit }: { readonly desk: Desk; readonly popup: Popup; readonly quit: () => void },
): void {
  switch (command.kind) {
    case 'open':
      popup.open(null);
      return;
    case 'prefill':
      popup.open(command.address);
      return;
    case 'line':
      void desk.settings.selectLine(command.lineId);
      return;
    case 'window':
      desk.manager.open(command.route);
      return;
    case 'restart':
      // Refused while an attempt is held or under way; the entry stays.
      desk.updates.restart();
      return;
    case 'quit':
      quit();
      return;
    default:
      unreachable(command);
  }
}
