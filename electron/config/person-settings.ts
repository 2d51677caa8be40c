import { lstat, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

import type { Notice } from '../contract/notices';
import { err, ok, type Result } from '../contract/result';
import type { SettingKey, SettingsLayer } from '../contract/settings';
import { systemErrorCode } from './bounded-file';
import { configErrorText } from './config-error';
import { noPersonFile, readPersonFile, type PersonFile } from './person-file';

/** The file could not be written; what was in force before still is. */
interface WriteError {
  readonly code: 'settings-unwritable';
  /** The system's name for the cause, such as EACCES. */
  readonly cause: string;
}

/** The person's own settings: the layer between `enforced` and `defaults`. */
export interface PersonSettings {
  layer(): SettingsLayer;
  tokenSavedFor(): string | null;
  change<K extends SettingKey>(
    key: K,
    value: Exclude<SettingsLayer[K], undefined>,
  ): Promise<Result<null, WriteError>>;
  removeKey(key: SettingKey): Promise<Result<null, WriteError>>;
  setTokenSavedFor(authId: string | null): Promise<Result<null, WriteError>>;
  /** Whether the welcome was shown once. */
  welcomeSeen(): boolean;
  setWelcomeSeen(): Promise<Result<null, WriteError>>;
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** Renames the file to a name with the date in it that nothing has yet; gives that name. */
async function setAside(folder: string, file: string, at: Date): Promise<string> {
  const stamp = at.toISOString().replaceAll(':', '-').replace('.', '-');
  let aside = join(folder, `settings.set-aside-${stamp}.json`);
  for (let n = 2; await exists(aside); n += 1) {
    aside = join(folder, `settings.set-aside-${stamp}-${n}.json`);
  }
  await rename(file, aside);
  return aside;
}

class FilePersonSettings implements PersonSettings {
  #content: PersonFile;
  #lastWrite: Promise<unknown> = Promise.resolve();
  readonly #file: string;
  readonly #blocked: WriteError | null;

  constructor(file: string, content: PersonFile, blocked: WriteError | null) {
    this.#file = file;
    this.#content = content;
    this.#blocked = blocked;
  }

  layer(): SettingsLayer {
    return this.#content.settings;
  }

  tokenSavedFor(): string | null {
    return this.#content.tokenSavedFor;
  }

  change<K extends SettingKey>(
    key: K,
    value: Exclude<SettingsLayer[K], undefined>,
  ): Promise<Result<null, WriteError>> {
    return this.#update((content) => ({
      ...content,
      settings: { ...content.settings, [key]: value },
    }));
  }

  removeKey(key: SettingKey): Promise<Result<null, WriteError>> {
    return this.#update((content) => {
      const settings = { ...content.settings };
      delete settings[key];
      return { ...content, settings };
    });
  }

  setTokenSavedFor(authId: string | null): Promise<Result<null, WriteError>> {
    return this.#update((content) => ({ ...content, tokenSavedFor: authId }));
  }

  welcomeSeen(): boolean {
    return this.#content.welcomeSeen === true;
  }

  setWelcomeSeen(): Promise<Result<null, WriteError>> {
    return this.#update((content) => ({ ...content, welcomeSeen: true }));
  }

  /** One write after the other, each from what the one before left. */
  #update(change: (content: PersonFile) => PersonFile): Promise<Result<null, WriteError>> {
    const written = this.#lastWrite.then(() => this.#write(change(this.#content)));
    this.#lastWrite = written;
    return written;
  }

  async #write(content: PersonFile): Promise<Result<null, WriteError>> {
    if (this.#blocked !== null) return err(this.#blocked);
    try {
      await writeFileAtomic(this.#file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    } catch (error) {
      return err({ code: 'settings-unwritable', cause: systemErrorCode(error).slice(0, 300) });
    }
    this.#content = content;
    return ok(null);
  }
}

/**
 * Opens `settings.json` in the user-data folder, which is made where it is missing. A file that
 * cannot be read is set aside under a name with the date and never deleted; the notice tells the
 * person. Where not even that can be done, Baton runs on the other layers and refuses to write:
 * a write would replace the file.
 */
export async function openPersonSettings(
  folder: string,
  now: () => Date,
): Promise<{ readonly settings: PersonSettings; readonly notice: Notice | null }> {
  const file = join(folder, 'settings.json');
  const blocked = (error: unknown) => {
    const cause = systemErrorCode(error).slice(0, 300);
    return {
      settings: new FilePersonSettings(file, noPersonFile, { code: 'settings-unwritable', cause }),
      notice: { code: 'settings-unwritable', params: { file, cause } } satisfies Notice,
    };
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return blocked(error);
  }
  const content = readPersonFile(file);
  if (content.ok || content.error.code === 'config-absent') {
    const found = content.ok ? content.value : noPersonFile;
    return { settings: new FilePersonSettings(file, found, null), notice: null };
  }
  try {
    const aside = await setAside(folder, file, now());
    const cause = configErrorText(content.error).slice(0, 2000);
    const params = { file, aside, cause };
    return {
      settings: new FilePersonSettings(file, noPersonFile, null),
      notice: { code: 'settings-set-aside', params },
    };
  } catch (error) {
    return blocked(error);
  }
}
