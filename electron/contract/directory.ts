import { z } from 'zod';

import { destinationSchema, roles } from './transfer';

/** Most entries that the directory holds, over all its sources. */
export const maxDirectoryEntries = 100_000;

/** Somebody in the directory: one address. A person with two numbers has two entries. */
export const directoryEntrySchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** Canonical address: E.164 with plus, or `sip:user@host`. */
  address: z.string().max(256),
  /** Other names by which the entry is found, such as "billing" or the extension "4021". */
  aliases: z.array(z.string().max(100)).max(20),
  department: z.string().max(200).nullable(),
  company: z.string().max(200).nullable(),
  /** Which of a person's numbers it is, in the file's own word: "Mobile", "Work". */
  label: z.string().max(50).nullable(),
  /** A default role of its own, which goes before the line's. */
  role: z.enum(roles).nullable(),
});
export type DirectoryEntry = Readonly<z.infer<typeof directoryEntrySchema>>;

/** What a column of a table can mean. Several columns may mean `number`, `sip` or `alias`. */
export const columnMeanings = [
  'ignore',
  'name',
  'first-name',
  'last-name',
  'number',
  'number-label',
  'sip',
  'department',
  'company',
  'alias',
  'role',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

export const maxColumns = 200;
/** The meaning of each column, in the order of the columns. */
export const columnMappingSchema = z.array(z.enum(columnMeanings)).max(maxColumns);
export type ColumnMapping = readonly ColumnMeaning[];

/** Why a row of a file became no entry; worded by `directory.rejected.<reason>`. */
export const rejectReasons = [
  'no-name-and-no-address',
  'no-address',
  'number-too-short',
  'number-too-long',
  'number-not-callable',
  'several-numbers',
  'sip-address-invalid',
  'control-characters',
  'too-long',
  'duplicate',
  'role-unknown',
  'row-unreadable',
  'directory-full',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export const rejectedRowSchema = z.strictObject({
  /** Line of the file on which the row begins, from 1. */
  line: z.number().int().min(1),
  /** The beginning of what stands there. */
  text: z.string().max(200),
  reason: z.enum(rejectReasons),
});
export type RejectedRow = Readonly<z.infer<typeof rejectedRowSchema>>;

/** Why a whole file could not be taken; worded by `directory.fileErrors.<code>`. */
export const fileErrorCodes = [
  'file-absent',
  'file-unreadable',
  'no-plain-file',
  'file-too-large',
  'format-unknown',
  'encoding-unknown',
  'json-malformed',
  'vcard-malformed',
  'no-rows',
  /** A table whose columns nobody has named yet: the mapping is to be chosen. */
  'columns-unknown',
] as const;
export const fileErrorSchema = z.strictObject({
  code: z.enum(fileErrorCodes),
  /** Line of the fault, from 1, where there is one. */
  line: z.number().int().min(1).optional(),
  /** The system's name for the cause, such as EACCES. */
  cause: z.string().max(300).optional(),
});
export type DirectoryFileError = Readonly<z.infer<typeof fileErrorSchema>>;

export const fileFormats = ['csv', 'vcard', 'json'] as const;
export type DirectoryFormat = (typeof fileFormats)[number];

/** Where entries come from: a file that the settings name and that is watched, or an import. */
export const directorySourceSchema = z.strictObject({
  id: z.string().max(64),
  kind: z.enum(['watched', 'imported']),
  /** File name without its folders. */
  name: z.string().max(300),
  path: z.string().max(4096),
  entries: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
  /** Epoch milliseconds at which the entries were last taken; null: never yet. */
  loadedAt: z.number().nullable(),
  /** Why the last reading failed; the entries of before stay. */
  error: fileErrorSchema.nullable(),
});
export type DirectorySource = Readonly<z.infer<typeof directorySourceSchema>>;

export const directorySummarySchema = z.strictObject({
  /** False until the sources have been read once after the start. */
  ready: z.boolean(),
  entries: z.number().int().nonnegative(),
  sources: z.array(directorySourceSchema).max(200),
});
export type DirectorySummary = Readonly<z.infer<typeof directorySummarySchema>>;

/** A file that was chosen and read, and is not taken yet. */
export const importPreviewSchema = z.strictObject({
  /** Names the file in the import that follows. */
  previewId: z.string().max(64),
  name: z.string().max(300),
  format: z.enum(fileFormats),
  /** What the bytes were read as, such as "UTF-16LE" or "windows-1252". */
  encoding: z.string().max(40),
  /** Only of a table: its columns, what they seem to mean, and some of what they hold. */
  columns: z
    .array(
      z.strictObject({
        header: z.string().max(200),
        samples: z.array(z.string().max(200)).max(5),
        meaning: z.enum(columnMeanings),
      }),
    )
    .max(maxColumns),
  /** True where no column is known to hold a number or SIP address: the mapping must be chosen. */
  needsMapping: z.boolean(),
  rows: z.number().int().nonnegative(),
});
export type ImportPreview = Readonly<z.infer<typeof importPreviewSchema>>;

/** What an import did. A file of the same path is updated in place. */
export const importReportSchema = z.strictObject({
  sourceId: z.string().max(64),
  added: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;

export const directoryErrorSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('file'), error: fileErrorSchema }),
  /** The preview is gone: the file is to be chosen again. */
  z.strictObject({ code: z.literal('preview-gone') }),
  z.strictObject({ code: z.literal('source-gone') }),
  z.strictObject({ code: z.literal('directory-unwritable'), cause: z.string().max(300) }),
  z.strictObject({ code: z.literal('directory-unavailable'), cause: z.string().max(300) }),
]);
export type DirectoryError = Readonly<z.infer<typeof directoryErrorSchema>>;

/** A page of the directory as the manager window lists it, by name or by how well it matches. */
export const directoryPageSchema = z.strictObject({
  rows: z.array(destinationSchema).max(200),
  total: z.number().int().nonnegative(),
});
