import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { format } from 'oxfmt';

import { PROJECT } from '../project.mjs';
import { fileDescriptions, settingDescriptions } from './descriptions.mjs';
import { referencePage } from './reference.mjs';
import { configSchema } from './schema.mjs';

/**
 * The files that are made of the managed file's schema, as they are to be, by their path in the
 * project.
 * @param {import('zod').ZodType} managedFileSchema
 * @param {Readonly<Record<string, unknown>>} builtInSettings
 * @returns {Promise<Record<string, string>>}
 */
export async function madeOfSchema(managedFileSchema, builtInSettings) {
  const schema = configSchema(managedFileSchema);
  const descriptions = { settings: settingDescriptions, file: fileDescriptions };
  const made = {
    'build/config/config.schema.json': JSON.stringify(schema),
    'docs/managed-settings.md': referencePage(schema, descriptions, builtInSettings),
  };
  const options = JSON.parse(readFileSync(join(PROJECT, 'test/config/oxfmt.json'), 'utf8'));
  const entries = Object.entries(made).map(async ([file, text]) => {
    const { code, errors } = await format(file, text, options);
    if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors)}`);
    return [file, code];
  });
  return Object.fromEntries(await Promise.all(entries));
}
