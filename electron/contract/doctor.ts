import { z } from 'zod';

/** What a check-up looks at, in the order in which it is shown. */
export const checkIds = [
  'versions',
  'settings',
  'journal',
  'disk',
  'keychain',
  'display',
  'tray',
  'shortcut',
  'proxy',
  'dns',
  'tls',
  'clock',
  'plivo',
] as const;
export type CheckId = (typeof checkIds)[number];

/** `unknown`: not checked, and the finding says why. */
export const checkStates = ['good', 'warning', 'bad', 'unknown'] as const;
export type CheckState = (typeof checkStates)[number];

/**
 * Everything that a check can find, and what it means. The texts of `doctor.findings.<code>` say what
 * was found and, of all that is not good, what to do about it (docs/behaviour.md, "Check-up").
 */
export const findingStates = {
  'versions-released': 'good',
  'versions-trial': 'warning',
  'settings-good': 'good',
  'settings-none': 'good',
  'settings-faults': 'bad',
  'journal-good': 'good',
  'journal-none': 'good',
  'journal-broken': 'bad',
  'journal-old': 'warning',
  'journal-unreadable': 'bad',
  'journal-set-aside': 'warning',
  'disk-room': 'good',
  'disk-low': 'warning',
  'disk-full': 'bad',
  'disk-unwritable': 'bad',
  'disk-missing': 'unknown',
  'keychain-present': 'good',
  'keychain-unused': 'good',
  'keychain-file': 'good',
  'keychain-absent': 'warning',
  'keychain-session': 'warning',
  'keychain-locked': 'bad',
  'keychain-removed': 'bad',
  'keychain-out-of-reach': 'bad',
  'keychain-unavailable': 'bad',
  'keychain-file-unusable': 'bad',
  'display-system': 'good',
  'display-x11': 'good',
  'display-plain': 'good',
  'display-wayland': 'warning',
  'display-none': 'unknown',
  'tray-kiosk': 'good',
  'tray-system': 'good',
  'tray-host': 'good',
  'tray-older': 'warning',
  'tray-none': 'warning',
  'tray-no-bus': 'warning',
  'shortcut-kiosk': 'good',
  'shortcut-works': 'good',
  'shortcut-refused': 'bad',
  'shortcut-silent': 'warning',
  'shortcut-skipped': 'unknown',
  'shortcut-window': 'unknown',
  'proxy-none': 'good',
  'proxy-used': 'good',
  'proxy-unreachable': 'bad',
  'proxy-refused': 'bad',
  'proxy-unresolved': 'bad',
  'proxy-desktop': 'unknown',
  'dns-found': 'good',
  'dns-number': 'good',
  'dns-by-proxy': 'good',
  'dns-not-found': 'bad',
  'tls-good': 'good',
  'tls-plain': 'good',
  'tls-soon': 'warning',
  'tls-dates': 'bad',
  'tls-untrusted': 'bad',
  'tls-name': 'bad',
  'tls-failed': 'bad',
  'tls-ca-file': 'bad',
  'clock-right': 'good',
  'clock-off': 'warning',
  'clock-unknown': 'unknown',
  'plivo-works': 'good',
  'plivo-unreachable': 'bad',
  'plivo-no-credentials': 'bad',
  'plivo-sign-in': 'bad',
  'plivo-disabled': 'bad',
  'plivo-line': 'bad',
  'plivo-busy': 'warning',
  'plivo-refused': 'bad',
  'plivo-unclear': 'bad',
  'skipped-practice': 'unknown',
  'skipped-earlier': 'unknown',
  'skipped-cancelled': 'unknown',
  'skipped-time': 'unknown',
  'skipped-failed': 'unknown',
} as const satisfies Readonly<Record<string, CheckState>>;

export type FindingCode = keyof typeof findingStates;
/** Findings that call for something to be done. */
export type RemediedCode = {
  [C in FindingCode]: (typeof findingStates)[C] extends 'good' ? never : C;
}[FindingCode];

const isFindingCode = (text: string): text is FindingCode => Object.hasOwn(findingStates, text);
export const findingCodes: readonly FindingCode[] =
  Object.keys(findingStates).filter(isFindingCode);

export const hasRemedy = (code: FindingCode): code is RemediedCode =>
  findingStates[code] !== 'good';

/** What a finding knows beside its text, in the order of reading. */
export const factNames = [
  'version',
  'electron',
  'chromium',
  'node',
  'system',
  'display',
  'shortcut',
  'file',
  'place',
  'key',
  'expected',
  'faults',
  'attempts',
  'entry',
  'folder',
  'free',
  'host',
  'proxy',
  'caFile',
  'subject',
  'issuer',
  'validUntil',
  'skew',
  'status',
  'took',
  'cause',
] as const;
export type FactName = (typeof factNames)[number];

/**
 * `free` in bytes, `validUntil` in epoch milliseconds, `skew` in seconds (positive: this computer is
 * ahead), `took` in milliseconds. Never a secret, a name of a line or of a person, or an address.
 */
const factsSchema = z.partialRecord(z.enum(factNames), z.union([z.string().max(2000), z.number()]));
export type Facts = z.infer<typeof factsSchema>;

export const findingSchema = z.strictObject({
  code: z.enum(findingCodes),
  facts: factsSchema,
});
export type Finding = z.infer<typeof findingSchema>;

const id = z.enum(checkIds);
export const checkViewSchema = z.discriminatedUnion('status', [
  z.strictObject({ id, status: z.literal('running') }),
  /** Waits for the person to press the shortcut, an accelerator. */
  z.strictObject({ id, status: z.literal('asking'), shortcut: z.string().max(100) }),
  z.strictObject({ id, status: z.literal('done'), finding: findingSchema }),
]);
export type CheckView = z.infer<typeof checkViewSchema>;

/** A check-up, whole; pushed at every change. */
export const checkUpSchema = z.strictObject({
  /** Epoch milliseconds. */
  startedAt: z.number(),
  running: z.boolean(),
  /** One for each check, in their order. */
  checks: z.array(checkViewSchema).max(checkIds.length),
});
export type CheckUp = z.infer<typeof checkUpSchema>;

export const reportErrorSchema = z.discriminatedUnion('code', [
  /** There is no check-up, or it is not at its end. */
  z.strictObject({ code: z.literal('no-report') }),
  /** There is something at the name that is no plain file: a link, a folder, a device. */
  z.strictObject({ code: z.literal('export-no-plain-file') }),
  z.strictObject({ code: z.literal('export-failed'), cause: z.string().max(300) }),
]);
export type ReportError = z.infer<typeof reportErrorSchema>;

export const reportSavedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), file: z.string().max(4096) }),
  z.strictObject({ kind: z.literal('no-file-chosen') }),
]);
