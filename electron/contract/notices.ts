import { z } from 'zod';

/**
 * Things that the person must be told outside an attempt. The code chooses the text
 * (`notices.<code>.title|body|todo` in texts/), the parameters fill it.
 */
export const noticeCodes = [
  // the configuration file
  'config-unreadable',
  'config-malformed',
  'config-unsafe',
  'config-secret-refused',
  'kiosk-at-next-start',
  // the person's own settings
  'settings-set-aside',
  'settings-unwritable',
  // the journal
  'journal-set-aside',
  'journal-unavailable',
  // the shortcut
  'shortcut-taken',
  'shortcut-invalid',
  // the keychain
  'credentials-import-failed',
  // the token in the configuration file, and in a file of its own
  'config-secret-left',
  'token-file-unusable',
  // the start at login
  'autostart-unwritable',
  // the tray
  'practice-unavailable',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

export const noticeSchema = z.strictObject({
  code: z.enum(noticeCodes),
  params: z.record(z.string().max(50), z.union([z.string().max(2000), z.number()])),
});
export type Notice = z.infer<typeof noticeSchema>;
