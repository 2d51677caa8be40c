import { z } from 'zod';

import { credentialErrorSchema, credentialStates } from './credentials';
import { directorySummarySchema } from './directory';
import { languages } from './languages';
import { noticeSchema } from './notices';
import { networkSchema, settingKeySchema, settingSources, settingsSchema } from './settings';
import { reasonSchema } from './transfer';
import { updateStateSchema } from './updates';

/** Pages of the settings, in the order of their tabs. */
export const settingsRoutes = [
  'account',
  'lines',
  'directory',
  'shortcuts',
  'behaviour',
  'privacy',
  'about',
] as const;
export type SettingsRoute = (typeof settingsRoutes)[number];

/** Everything the manager window can show; it takes the size of the route. */
export const managerRoutes = [...settingsRoutes, 'history', 'welcome', 'doctor'] as const;
export type ManagerRoute = (typeof managerRoutes)[number];

/** Everything the manager window shows, whole; pushed at every change. */
export const managerStateSchema = z.strictObject({
  settings: settingsSchema,
  /** Where each effective value comes from; `enforced` is locked. */
  sources: z.record(settingKeySchema, z.enum(settingSources)),
  /** The same for each of the network settings. */
  networkSources: z.record(networkSchema.keyof(), z.enum(settingSources)),
  credentials: z.enum(credentialStates),
  notices: z.array(noticeSchema).max(50),
  /** Id of the line in use, the practice line included. */
  activeLine: z.string().max(64),
  /** The shortcut that is registered now, as an accelerator; null: none is. */
  registeredShortcut: z.string().max(100).nullable(),
  /** False until the shortcut has fired once in this run. */
  shortcutSeen: z.boolean(),
  /** X11, Wayland or another system: on Wayland a granted shortcut may never fire. */
  displayServer: z.enum(['x11', 'wayland', 'windows', 'macos']),
  /** Whether Baton starts at login; `stopped`: it is to, and the system's own settings say no. */
  launchAtLogin: z.enum(['off', 'on', 'stopped']),
  updates: updateStateSchema,
  practice: z.strictObject({ url: z.string().max(500) }).nullable(),
  directory: directorySummarySchema,
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(languages),
  platform: z.enum(['linux', 'darwin', 'win32']),
  about: z.strictObject({
    version: z.string().max(50),
    electron: z.string().max(50),
    chromium: z.string().max(50),
    node: z.string().max(50),
    /** True on the out-of-support runtime used for tests and trials. */
    trialRuntime: z.boolean(),
    userDataFolder: z.string().max(4096),
    logFile: z.string().max(4096),
    configFile: z.string().max(4096).nullable(),
  }),
});
export type ManagerState = z.infer<typeof managerStateSchema>;

/** One setting, changed by the person. */
export const settingChangeSchema = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('lines'), value: settingsSchema.shape.lines }),
  z.strictObject({ key: z.literal('activeLine'), value: settingsSchema.shape.activeLine }),
  z.strictObject({ key: z.literal('authId'), value: settingsSchema.shape.authId }),
  z.strictObject({ key: z.literal('region'), value: settingsSchema.shape.region }),
  z.strictObject({ key: z.literal('network'), value: settingsSchema.shape.network }),
  z.strictObject({
    key: z.literal('holdBackSeconds'),
    value: settingsSchema.shape.holdBackSeconds,
  }),
  z.strictObject({ key: z.literal('closeAfterMs'), value: settingsSchema.shape.closeAfterMs }),
  z.strictObject({ key: z.literal('clipboardOffer'), value: settingsSchema.shape.clipboardOffer }),
  z.strictObject({ key: z.literal('favourites'), value: settingsSchema.shape.favourites }),
  z.strictObject({ key: z.literal('directory'), value: settingsSchema.shape.directory }),
  z.strictObject({ key: z.literal('launchAtLogin'), value: settingsSchema.shape.launchAtLogin }),
  z.strictObject({ key: z.literal('historyDays'), value: settingsSchema.shape.historyDays }),
  z.strictObject({ key: z.literal('updates'), value: settingsSchema.shape.updates }),
  z.strictObject({ key: z.literal('theme'), value: settingsSchema.shape.theme }),
  z.strictObject({ key: z.literal('language'), value: settingsSchema.shape.language }),
]);
export type SettingChange = z.infer<typeof settingChangeSchema>;

export const settingErrorSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('setting-enforced'), key: z.string().max(50) }),
  z.strictObject({ code: z.literal('settings-unwritable'), cause: z.string().max(300) }),
  z.strictObject({ code: z.literal('unknown-line'), id: z.string().max(64) }),
  /** It has no telephone numbers; `near` is the one that is probably meant. */
  z.strictObject({
    code: z.literal('unknown-region'),
    region: settingsSchema.shape.region,
    near: settingsSchema.shape.region.nullable(),
  }),
]);
export type SettingError = z.infer<typeof settingErrorSchema>;

export const shortcutErrorSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('shortcut-taken'), shortcut: z.string().max(100) }),
  z.strictObject({ code: z.literal('shortcut-invalid'), shortcut: z.string().max(100) }),
  ...settingErrorSchema.options,
]);
export type ShortcutError = z.infer<typeof shortcutErrorSchema>;

/** Result of "Test connection": the GET of the node, which dials nobody. */
export const connectionTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('works'),
    lineName: z.string().max(100),
    tookMs: z.number(),
    at: z.number(),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: reasonSchema,
    lineName: z.string().max(100),
    at: z.number(),
  }),
  z.strictObject({
    kind: z.literal('unreachable'),
    reason: reasonSchema,
    lineName: z.string().max(100),
    at: z.number(),
  }),
  z.strictObject({ kind: z.literal('no-credentials'), error: credentialErrorSchema }),
]);
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** Pages outside that Baton opens, by key; the addresses stand in main. */
export const externalLinks = ['plivo-console', 'plivo-phlo-docs'] as const;
export type ExternalLink = (typeof externalLinks)[number];
