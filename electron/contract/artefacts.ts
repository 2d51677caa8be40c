import { z } from 'zod';

import { credentialErrorSchema } from './credentials';
import { settingErrorSchema } from './manager';
import { authIdPattern, settingsSchema } from './settings';
import { roles } from './transfer';

/** Longest text that is read, in UTF-16 units. A collection of the whole API is far below. */
export const maxArtefactLength = 2_000_000;
/** Most texts or files that are read together. */
export const maxArtefacts = 10;

/** A line as far as the artefacts know it; null: to be filled in by the person. */
const artefactLineSchema = z.strictObject({
  name: z.string().max(100).nullable(),
  phloId: z.string().max(200).nullable(),
  nodeId: z.string().max(200).nullable(),
  apiBaseUrl: z.string().max(500),
  triggerSource: z.string().max(256).nullable(),
  role: z.enum(roles).nullable(),
  numberFormat: z.enum(['e164', 'digits']).nullable(),
});
export type ArtefactLine = Readonly<z.infer<typeof artefactLineSchema>>;

/** What was found and is not taken yet. The token stays in main: a window learns that there is one. */
export const artefactPreviewSchema = z.strictObject({
  /** Names what was found in the calls that follow. */
  previewId: z.string().max(64),
  lines: z.array(artefactLineSchema).max(100),
  authId: z.string().nullable(),
  /** Auth IDs of other accounts that are in it; their tokens are left alone. */
  otherAccounts: z.array(z.string().max(20)).max(100),
  token: z.enum(['absent', 'found']),
  /** Names of placeholders that nothing was put in for. */
  placeholders: z.array(z.string().max(100)).max(50),
});
export type ArtefactPreview = Readonly<z.infer<typeof artefactPreviewSchema>>;

/** Why a chosen file could not be read; worded by `manager.bring.failures.files.<reason>`. */
const artefactFileReasons = [
  'file-absent',
  'file-unreadable',
  'no-plain-file',
  'file-too-large',
  'format-unknown',
  'encoding-unknown',
] as const;

export const artefactErrorSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('artefact-too-large') }),
  /** Nothing of Plivo's was recognised in it, which is not to say that there is no secret in it. */
  z.strictObject({ code: z.literal('artefact-not-recognised'), mayHoldToken: z.boolean() }),
  z.strictObject({
    code: z.literal('artefact-file'),
    /** File name without its folders. */
    name: z.string().max(300),
    reason: z.enum(artefactFileReasons),
    /** The system's name for the cause, such as EACCES. */
    cause: z.string().max(300).optional(),
  }),
  z.strictObject({ code: z.literal('too-many-artefacts') }),
  /** What was found is gone: it is to be read again. */
  z.strictObject({ code: z.literal('preview-gone') }),
]);
export type ArtefactError = Readonly<z.infer<typeof artefactErrorSchema>>;

/** Where the token that was found goes: `leave` takes the Auth ID alone. */
const tokenPlaces = ['keychain', 'session', 'leave'] as const;
export type TokenPlace = (typeof tokenPlaces)[number];

/** What the person takes of what was found, as they left it. */
export const takeArtefactsSchema = z.strictObject({
  previewId: z.string().min(1).max(64),
  /** A line with the id of one that is there is put in its place. */
  lines: settingsSchema.shape.lines,
  signIn: z
    .strictObject({ authId: z.string().regex(authIdPattern), token: z.enum(tokenPlaces) })
    .nullable(),
});
export type TakeArtefacts = Readonly<z.infer<typeof takeArtefactsSchema>>;

export const takeErrorSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('preview-gone') }),
  /** More lines than the settings hold, with those that are there. Nothing was changed. */
  z.strictObject({ code: z.literal('too-many-lines') }),
  /** The token could not be stored. Nothing was changed. */
  z.strictObject({ code: z.literal('token-not-kept'), error: credentialErrorSchema }),
  z.strictObject({
    code: z.literal('settings-not-changed'),
    /** What was done before the settings refused. */
    saved: z.enum(['nothing', 'token', 'sign-in']),
    error: settingErrorSchema,
  }),
]);
export type TakeError = Readonly<z.infer<typeof takeErrorSchema>>;
