import { closeSync, openSync } from 'node:fs';

import { z } from 'zod';

import { err, type Result } from '../contract/result';
import { authIdPattern, settingsLayerSchema } from '../contract/settings';
import { largestDocument, readBounded, systemErrorCode } from './bounded-file';
import type { ConfigError } from './config-error';
import { parseDocument } from './json-document';

const personFileSchema = z.strictObject({
  version: z.literal(1),
  settings: settingsLayerSchema,
  /** The Auth ID whose token was saved last. No secret: it tells a locked keychain from a first run. */
  tokenSavedFor: z.string().regex(authIdPattern, 'expected an Auth ID').nullable(),
  /** The welcome was shown once: never again by itself. */
  welcomeSeen: z.boolean().optional(),
});

/** Content of `settings.json` in the user-data folder. */
export type PersonFile = z.infer<typeof personFileSchema>;

/** What holds for a person who has set nothing yet. */
export const noPersonFile: PersonFile = { version: 1, settings: {}, tokenSavedFor: null };

/** Reads the person's own settings and changes nothing on disk. */
export function readPersonFile(file: string): Result<PersonFile, ConfigError> {
  const unreadable = (expected: string) =>
    err<ConfigError>({ code: 'config-unreadable', file, expected });
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = readBounded(descriptor);
      if (bytes !== null) return parseDocument(personFileSchema, file, bytes);
      return unreadable(`a file of at most ${largestDocument / 1024} KiB`);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT') return err({ code: 'config-absent', file });
    return unreadable(`a file that can be read (${code})`);
  }
}
