import { join } from 'node:path';

import { builtInSettings } from '../config/built-in';
import { noManagedConfig, readManagedFile } from '../config/managed-file';
import { managedFilePath } from '../config/managed-path';
import { mergeLayers, type EffectiveSettings } from '../config/merge';
import { noPersonFile, readPersonFile } from '../config/person-file';
import type { NamedTokenFile } from '../credentials/file-credentials';
import { currentReader, tokenFileOf } from './open-settings';

/** What a Baton on this folder would run with, as far as its files can be read. */
export interface SettingsOnce {
  readonly effective: EffectiveSettings;
  /** The Auth ID whose token was saved last. */
  readonly tokenSavedFor: string | null;
  readonly tokenFile: NamedTokenFile;
  /** Whether the administrator's file makes a kiosk of every start. */
  readonly kiosk: boolean;
}

/** Reads both settings files and changes nothing. What cannot be read counts as empty. */
export function readSettingsOnce(userData: string, configFile: string | null): SettingsOnce {
  const path = configFile ?? managedFilePath(process.platform, process.env);
  const managed = readManagedFile(path, currentReader());
  const config = managed.ok ? managed.value.config : noManagedConfig;
  const read = readPersonFile(join(userData, 'settings.json'));
  const person = read.ok ? read.value : noPersonFile;
  return {
    effective: mergeLayers({ ...config, person: person.settings }, builtInSettings),
    tokenSavedFor: person.tokenSavedFor,
    tokenFile: tokenFileOf(config, path),
    kiosk: config.kiosk?.enabled === true,
  };
}
