import { builtInSettings } from '../config/built-in';
import { configErrorNotice, configErrorText } from '../config/config-error';
import { readManagedFile, type ManagedConfig } from '../config/managed-file';
import { openPersonSettings, type PersonSettings } from '../config/person-settings';
import { createSettingsService, type SettingsService } from '../config/settings-service';
import type { Notice } from '../contract/notices';
import { complain } from './console';

export interface OpenSettings {
  readonly settings: SettingsService;
  readonly person: PersonSettings;
  /** Credentials that the administrator's file brings; the token is to be handed on at once. */
  readonly fromFile: { readonly authId: string; readonly authToken: string } | null;
  readonly notices: readonly Notice[];
}

/** Reads both files. Whatever is wrong with them, Baton starts, and says it. */
export async function openSettings(
  userData: string,
  configFile: string | null,
): Promise<OpenSettings> {
  const notices: Notice[] = [];
  const managed = configFile === null ? null : await readManaged(configFile, notices);
  const person = await openPersonSettings(userData, () => new Date());
  if (person.notice !== null) notices.push(person.notice);
  const settings = createSettingsService(
    { defaults: managed?.defaults ?? {}, enforced: managed?.enforced ?? {} },
    person.settings,
    builtInSettings,
  );
  const { authId = null, authToken = null } = managed?.credentials ?? {};
  const fromFile = authId === null || authToken === null ? null : { authId, authToken };
  return { settings, person: person.settings, fromFile, notices };
}

async function readManaged(file: string, notices: Notice[]): Promise<ManagedConfig | null> {
  const uid = process.getuid?.() ?? null;
  const read = await readManagedFile(file, { uid, platform: process.platform });
  if (!read.ok) {
    complain(configErrorText(read.error));
    notices.push(configErrorNotice(read.error));
    return null;
  }
  if (read.value.secretRefused !== null) {
    complain(
      `${file}: credentials.authToken is not taken: ${String(read.value.secretRefused.params['reason'])}`,
    );
    notices.push(read.value.secretRefused);
  }
  return read.value;
}
