import { z } from 'zod';

/** What came of the export of the settings. */
export const settingsExportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), file: z.string().max(4096) }),
  z.strictObject({ kind: z.literal('no-file-chosen') }),
]);

export const settingsExportErrorSchema = z.discriminatedUnion('code', [
  /** There is something at the name that is no plain file. */
  z.strictObject({ code: z.literal('export-no-plain-file') }),
  z.strictObject({ code: z.literal('export-failed'), cause: z.string().max(300) }),
  /** A managed file with these settings would be refused, for this key. */
  z.strictObject({
    code: z.literal('settings-not-exportable'),
    key: z.string().max(300),
    expected: z.string().max(1000),
  }),
]);
export type SettingsExportError = Readonly<z.infer<typeof settingsExportErrorSchema>>;
