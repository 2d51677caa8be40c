import { z } from 'zod';

import { authTokenPattern } from './credentials';
import { pinHashSchema } from './kiosk';
import { languages } from './languages';
import { roles } from './transfer';
import { parseUrl } from './url';

/**
 * The settings of docs/behaviour.md, "Settings". One schema serves the managed file, the person's
 * own file and the manager window. Every key is known from the start; a key takes effect
 * when its feature exists.
 */

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The API is reached by https only; by http only on loopback, where nothing can listen in. */
export function isAllowedApiBase(value: string): boolean {
  const url = parseUrl(value);
  if (url === null) return false;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}

export const defaultApiBaseUrl = 'https://phlorunner.plivo.com';

/** Auth ID: 20 capital letters and digits, starting with MA (account) or SA (subaccount). */
export const authIdPattern = /^(MA|SA)[A-Z0-9]{18}$/;

const shortText = (max: number) => z.string().trim().min(1).max(max);

/** A pair of PHLO and node under a name. `practice` is the id of the built-in line and is taken. */
export const lineSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[A-Za-z0-9._-]{1,64}$/,
      'expected 1 to 64 letters, digits, dots, dashes or underscores',
    )
    .refine(
      (id) => id !== 'practice',
      'expected another id: "practice" is the built-in practice line',
    ),
  name: shortText(100),
  phloId: shortText(200),
  nodeId: shortText(200),
  triggerSource: shortText(256),
  role: z.enum(roles).default('agent'),
  numberFormat: z.enum(['e164', 'digits']).default('e164'),
  apiBaseUrl: z
    .string()
    .max(500)
    .refine(isAllowedApiBase, 'expected an https address, or http on loopback')
    .default(defaultApiBaseUrl),
});
export type Line = z.infer<typeof lineSchema>;

const proxyUrl = z
  .string()
  .max(500)
  .refine(
    (value) => ['http:', 'https:'].includes(parseUrl(value)?.protocol ?? ''),
    'expected "system", "none" or an http(s) URL',
  );

export const networkSchema = z.strictObject({
  proxy: z.union([z.literal('system'), z.literal('none'), proxyUrl]),
  caFile: z.string().min(1).max(4096).nullable(),
  connectTimeoutMs: z.number().int().min(100).max(60_000),
  totalTimeoutMs: z.number().int().min(200).max(120_000),
});
export type Network = z.infer<typeof networkSchema>;

export const favouriteSchema = z.strictObject({
  name: shortText(200),
  address: shortText(256),
  note: shortText(200).optional(),
  role: z.enum(roles).optional(),
});
export type Favourite = z.infer<typeof favouriteSchema>;

/** Every setting there is, all present: what remains after the layers are merged. */
export const settingsSchema = z.strictObject({
  lines: z
    .array(lineSchema)
    .max(100)
    .refine(
      (lines) => new Set(lines.map((line) => line.id)).size === lines.length,
      'expected line ids that differ',
    ),
  /** Id of the line in use; null: the first line, or the practice line when there is none. */
  activeLine: z.string().max(64).nullable(),
  /** ISO 3166 two-letter region that numbers without country code belong to. */
  region: z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters, such as "US"'),
  shortcut: z.string().min(1).max(100),
  holdBackSeconds: z.number().min(0).max(10),
  /** Milliseconds until the popup closes after `accepted`; null: it stays open. */
  closeAfterMs: z.number().int().min(0).max(60_000).nullable(),
  clipboardOffer: z.boolean(),
  authId: z
    .string()
    .regex(authIdPattern, 'expected 20 capital letters and digits, starting with MA or SA')
    .nullable(),
  updates: z.enum(['off', 'on']),
  destinations: z.strictObject({
    allow: z.array(shortText(256)).max(10_000),
    deny: z.array(shortText(256)).max(10_000),
    directoryOnly: z.boolean(),
  }),
  favourites: z.array(favouriteSchema).max(1000),
  directory: z.strictObject({ files: z.array(shortText(4096)).max(100) }),
  historyDays: z.number().int().min(1).max(3650),
  launchAtLogin: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...languages]),
  network: networkSchema,
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export const settingKeySchema = settingsSchema.keyof();

export const settingKeys: readonly SettingKey[] = settingKeySchema.options;

/** One layer of settings: any part of them. Objects merge by key, arrays whole. */
export const settingsLayerSchema = settingsSchema
  .extend({
    destinations: settingsSchema.shape.destinations.partial(),
    directory: settingsSchema.shape.directory.partial(),
    network: networkSchema.partial(),
  })
  .partial();
export type SettingsLayer = z.infer<typeof settingsLayerSchema>;

/** Where an effective value comes from; the order is the precedence, strongest first. */
export const settingSources = ['enforced', 'person', 'default', 'built-in'] as const;
export type SettingSource = (typeof settingSources)[number];

/** Kiosk part of the managed file. */
const kioskSchema = z.strictObject({
  enabled: z.boolean().optional(),
  pinHash: pinHashSchema.optional(),
  clearAfterSeconds: z.number().int().min(5).max(3600).optional(),
  freeEntry: z.boolean().optional(),
});

/** The managed file, version 1. */
export const managedFileSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  defaults: settingsLayerSchema.optional(),
  enforced: settingsLayerSchema.optional(),
  credentials: z
    .strictObject({
      authId: z
        .string()
        .regex(authIdPattern, 'expected 20 capital letters and digits, starting with MA or SA'),
      authToken: z
        .string()
        .min(1)
        .max(512)
        .refine(
          (token) => authTokenPattern.test(token.trim()),
          'expected an Auth token: one word, without blanks in it',
        )
        .optional(),
      authTokenFile: z.string().min(1).max(4096).optional(),
    })
    .optional(),
  kiosk: kioskSchema.optional(),
});
export type ManagedFile = z.infer<typeof managedFileSchema>;
