import { clipboard } from 'electron';

import type { HistoryDesk } from '../ipc/handlers';
import { chooseExportFile } from './export-dialog';
import { openHistoryDesk } from './history-desk';
import type { ManagerWindow } from './manager-window';
import type { Services } from './services';
import type { WindowFeeds } from './window-feeds';

interface HistoryParts {
  readonly services: Pick<Services, 'journal' | 'historyChanged' | 'changes'>;
  readonly version: string;
  readonly manager: ManagerWindow;
  readonly feeds: WindowFeeds;
}

/** The history's desk with the real clipboard and dialogs, and the windows told of every change. */
export function openHistory({ services, version, manager, feeds }: HistoryParts): HistoryDesk {
  const { journal, historyChanged, changes } = services;
  historyChanged.listen(() => {
    feeds.push('history:changed', () => null);
    // Recents are made of it, in the popup and in the tray.
    changes.emit();
  });
  return openHistoryDesk({
    journal,
    version,
    now: Date.now,
    chooseFile: (name, format) => chooseExportFile(manager.window, name, format),
    writeClipboard: async (text) => {
      // A promise from Electron 44 on.
      await clipboard.writeText(text);
    },
  });
}
