import { z } from 'zod';

import { credentialStates } from './credentials';
import { kioskViewSchema } from './kiosk';
import { languages } from './languages';
import { destinationSchema, outcomes, phaseSchema, roles } from './transfer';

/** Bounds of what a person can type or paste into the field; longer input is cut with a word said. */
export const maxFieldLength = 1000;

export const lineViewSchema = z.strictObject({
  id: z.string().max(64),
  name: z.string().max(100),
  /** The number or SIP address that triggers the transfer, formatted. */
  from: z.string().max(300),
  role: z.enum(roles),
  practice: z.boolean(),
  readiness: z.enum(['ready', 'not-ready', 'practice']),
});
export type LineView = z.infer<typeof lineViewSchema>;

export const recentSchema = z.strictObject({
  attemptId: z.string().max(64),
  destination: destinationSchema,
  outcome: z.enum(outcomes),
  at: z.number(),
});
export type Recent = z.infer<typeof recentSchema>;

/** A leg of the practice call, as the practice line really holds it. */
export const legStates = ['live', 'held', 'ringing', 'left'] as const;
export const practiceMemberSchema = z.strictObject({
  part: z.enum(['caller', 'agent', 'colleague']),
  address: z.string().max(256),
  display: z.string().max(300),
  name: z.string().max(200).nullable(),
  state: z.enum(legStates),
  /** Epoch milliseconds of the last change of state. */
  since: z.number(),
});
export const practiceCallSchema = z.strictObject({
  members: z.array(practiceMemberSchema).max(50),
});
export type PracticeCall = z.infer<typeof practiceCallSchema>;
export type PracticeMember = z.infer<typeof practiceMemberSchema>;

/** What is to be said of the command line or link that opened the popup. */
export const openingRemarkSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('link-unreadable') }),
  z.strictObject({ code: z.literal('line-unknown'), line: z.string().max(64) }),
  z.strictObject({ code: z.literal('line-fixed') }),
]);
export type OpeningRemark = z.infer<typeof openingRemarkSchema>;

/** Everything the popup shows, whole; pushed at every change, so that there is one way to be told. */
export const popupStateSchema = z.strictObject({
  phase: phaseSchema,
  line: lineViewSchema,
  lines: z.array(lineViewSchema).max(101),
  /** Id of the line that the administrator has set; null: any can be chosen. */
  fixedLine: z.string().max(64).nullable(),
  favourites: z.array(destinationSchema).max(9),
  recents: z.array(recentSchema).max(5),
  /** The live practice call; null on a real line. */
  practice: practiceCallSchema.nullable(),
  /** The one number that the clipboard held when the popup was opened; null: none, or switched off. */
  clipboard: destinationSchema.nullable(),
  /** Whether the directory is still being read after the start, and whether it has anybody. */
  directory: z.enum(['reading', 'empty', 'filled']),
  credentials: z.enum(credentialStates),
  closeAfterMs: z.number().int().nonnegative().nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(languages),
  /** The shortcut as a person reads it; null where none could be registered. */
  shortcut: z.string().max(100).nullable(),
  /** False without a compositor: square corners, opaque. */
  translucent: z.boolean(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  /** What a kiosk shows besides; null where Baton is none. */
  kiosk: kioskViewSchema.nullable(),
});
export type PopupState = z.infer<typeof popupStateSchema>;

/** What main makes of the text in the field. */
export const fieldVerdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  /** A name or part of one: rows are matches. */
  z.strictObject({ kind: z.literal('search') }),
  /** A number or SIP address that a transfer can be made to. */
  z.strictObject({
    kind: z.literal('complete'),
    destination: destinationSchema,
    /** False: a possible number that belongs to no known range. It still works. */
    knownRange: z.boolean(),
    /** The address stands in a longer text that was pasted; the text stays as it is. */
    withinText: z.boolean(),
    /** Which check will refuse it, said while it is typed; null: none. */
    refusal: z.enum(['own-address', 'denied', 'not-allowed', 'not-in-directory']).nullable(),
  }),
  z.strictObject({ kind: z.literal('too-short') }),
  z.strictObject({ kind: z.literal('too-long') }),
  z.strictObject({
    kind: z.literal('not-callable'),
    /** Why, worded by `field.notCallable.<why>`. */
    why: z.enum([
      'extension',
      'vanity',
      'sip',
      'several',
      'control-characters',
      'invalid',
      'emergency',
    ]),
  }),
]);
export type FieldVerdict = z.infer<typeof fieldVerdictSchema>;

/** Half-open ranges [from, to) of UTF-16 units that matched. */
const matchRanges = z.array(z.tuple([z.number().int(), z.number().int()])).max(100);

export const suggestionSchema = z.strictObject({
  destination: destinationSchema,
  nameMatches: matchRanges,
  displayMatches: matchRanges,
  noteMatches: matchRanges,
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const lookAlikeSchema = z.strictObject({
  destination: destinationSchema,
  /** Where its `display` differs from what was typed. */
  differs: matchRanges,
  /** One digit or a transposition away from a favourite or recent: that is warned of. */
  warn: z.boolean(),
});
export type LookAlike = z.infer<typeof lookAlikeSchema>;

export const queryReplySchema = z.strictObject({
  /** The text that was judged: an answer to an older text is dropped by the popup. */
  text: z.string().max(maxFieldLength),
  /** The text as it is formatted while typing; equal to `text` where nothing is to format. */
  formatted: z.string().max(maxFieldLength + 100),
  verdict: fieldVerdictSchema,
  suggestions: z.array(suggestionSchema).max(50),
  /** How many match, those beyond the suggestions included. */
  matches: z.number().int().nonnegative(),
  /** Known addresses that differ from the typed one by up to two digits, nearest first. */
  lookAlikes: z.array(lookAlikeSchema).max(5),
});
export type QueryReply = z.infer<typeof queryReplySchema>;

/** Why a transfer was not even attempted: nothing was sent. */
export const startErrorCodes = [
  'busy',
  'address-not-callable',
  'line-changed',
  'no-line',
  'line-incomplete',
  'credentials-absent',
  'credentials-locked',
  'credentials-unavailable',
  'credentials-file',
  'practice-unavailable',
  // the checks (docs/behaviour.md, "Checks")
  'own-address',
  'emergency',
  'denied',
  'not-allowed',
  'not-in-directory',
  /** Plivo accepted a transfer to this address seconds ago: asked first, `again` overrules. */
  'repeat',
  /** An earlier attempt on the line is not confirmed; the popup shows its question. */
  'open-question',
] as const;
export const startErrorSchema = z.strictObject({
  code: z.enum(startErrorCodes),
  cause: z.string().max(300).optional(),
  /** With `repeat`: whole seconds since the acceptance. */
  secondsAgo: z.number().int().nonnegative().optional(),
});
export type StartError = z.infer<typeof startErrorSchema>;
