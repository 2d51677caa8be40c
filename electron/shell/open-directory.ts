import { dirname } from 'node:path';

import type { EffectiveSettings } from '../config/merge';
import type { SettingsService } from '../config/settings-service';
import type { DirectoryService } from '../directory/directory-service';
import { openDirectory } from '../directory/threaded-directory';
import { watchedPaths } from '../directory/watched-files';
import type { Clock } from '../directory/worker/serving-thread';
import type { Folders } from './folders';
import type { Log } from './log';

interface Parts {
  readonly settings: SettingsService;
  readonly folders: Folders;
  /** The administrator's file. */
  readonly configFile: string | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Something was read, or could not be. */
  readonly changed: () => void;
}

/** The folder from which relative files of the directory are taken. */
export function directoryFolder(
  { sources }: EffectiveSettings,
  { configFile, userData }: { readonly configFile: string | null; readonly userData: string },
): string {
  const managed = sources.directory === 'enforced' || sources.directory === 'default';
  return managed && configFile !== null ? dirname(configFile) : userData;
}

/** Opens the directory of the settings, and follows them. */
export function openDirectoryOfSettings(parts: Parts): DirectoryService {
  const { settings, folders, configFile, clock, log, changed } = parts;
  const files = () => {
    const effective = settings.current();
    const folder = directoryFolder(effective, { configFile, userData: folders.userData });
    return watchedPaths(effective.settings.directory.files, folder);
  };
  const directory = openDirectory({
    program: folders.directoryProgram,
    store: folders.directory,
    files,
    region: () => settings.current().settings.region,
    clock,
    changed,
    fault: (cause) => {
      log.error(`directory: ${cause}`);
    },
  });
  settings.onChanged(() => {
    directory.settingsChanged();
  });
  return directory;
}
