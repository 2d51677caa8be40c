import type { ManagerState } from '../contract/manager';
import type { Folders } from './folders';

/** The oldest Electron that Baton is released on; an older one is the trial runtime. */
const oldestReleased = 45;

/** What the About page and support need to know of this installation. */
export function about(
  versions: Readonly<Record<string, string | undefined>>,
  baton: string,
  folders: Folders,
): Omit<ManagerState['about'], 'configFile'> {
  const electron = versions['electron'] ?? '';
  return {
    version: baton,
    electron,
    chromium: versions['chrome'] ?? '',
    node: versions['node'] ?? '',
    trialRuntime: Number.parseInt(electron, 10) < oldestReleased,
    userDataFolder: folders.userData,
    logFile: folders.log,
  };
}
