import { maxFieldLength } from '../contract/popup';
import { err, ok, type Result } from '../contract/result';
import { lineSchema } from '../contract/settings';
import { practiceLineId } from '../config/active-line';

/** What a link asks for: it fills the field, and never sends (docs/behaviour.md, "Command line and links"). */
export interface TransferLink {
  readonly to: string | null;
  /** Id of the line to use. */
  readonly line: string | null;
}

/** Why a link was not taken. Nothing of its text: it comes from any web page. */
export type LinkError =
  | 'too-long'
  | 'not-a-transfer'
  | 'unknown-key'
  | 'repeated-key'
  | 'value-malformed'
  | 'value-too-long';

/** Percent-encoded a character takes up to nine; the rest is the frame. */
const longestLink = 8000;

/** The protocol of the links. */
export const scheme = 'baton';

/** Whether an argument is meant as a link, good or bad. */
export const isLink = (argument: string): boolean => /^baton:/i.test(argument);

/** As it is written, and as browsers and desktops write it anew. No user, host, port or fragment. */
const form = /^baton:(?:\/\/)?transfer\/?(?:\?([^#]*))?$/i;

/**
 * Characters that nobody sees: controls, line ends, and those that turn the direction of what
 * follows, so that a number could be read as another. The joiners of Arabic and Hindi are none.
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

const keys = ['to', 'line'] as const;
type Key = (typeof keys)[number];

const isKey = (text: string): text is Key => keys.some((key) => key === text);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function valueFault(key: Key, value: string): LinkError | null {
  if (value.trim() === '' || unseen.test(value)) return 'value-malformed';
  if (key === 'to') return value.length > maxFieldLength ? 'value-too-long' : null;
  const isId = value === practiceLineId || lineSchema.shape.id.safeParse(value).success;
  return isId ? null : 'value-malformed';
}

/**
 * Reads `baton:transfer?to=ADDRESS&line=ID`. Both keys may be left out, each counts once, and
 * there are no others. Values are percent-encoded; a plus sign is a plus sign, because numbers
 * begin with one.
 */
export function readLink(text: string): Result<TransferLink, LinkError> {
  if (text.length > longestLink) return err('too-long');
  const parts = form.exec(text);
  if (parts === null) return err('not-a-transfer');
  const values = new Map<Key, string>();
  const query = parts[1] ?? '';
  for (const pair of query === '' ? [] : query.split('&')) {
    const [key = '', ...rest] = pair.split('=');
    if (!isKey(key)) return err('unknown-key');
    if (values.has(key)) return err('repeated-key');
    const value = decoded(rest.join('='));
    if (value === null) return err('value-malformed');
    const fault = valueFault(key, value);
    if (fault !== null) return err(fault);
    values.set(key, value);
  }
  return ok({ to: values.get('to') ?? null, line: values.get('line') ?? null });
}
