import { parseAddress } from '../directory/address';

/**
 * Whether a whole address fits a pattern: `*` stands for any run of characters, everything else for
 * itself. Compared with E.164 (`+1415*`) or with `sip:…`, without regard to case. Linear in the
 * length of both: a pattern comes from a file, and none may hang Baton.
 */
export function matchesPattern(pattern: string, address: string): boolean {
  const whole = compact(pattern);
  const text = address.toLowerCase();
  if (!whole.includes('*')) return text === whole;
  const first = whole.slice(0, whole.indexOf('*'));
  const last = whole.slice(whole.lastIndexOf('*') + 1);
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of whole.split('*').slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  // The last part must not begin before the others have ended.
  return at <= text.length - last.length;
}

/**
 * False for a pattern that fits no address there can be, such as `1900*` (every number begins with
 * its plus) or `+1900` (no star, and no whole number): who wrote it believes in a rule that is none.
 */
export function canMatch(pattern: string): boolean {
  const whole = compact(pattern);
  const star = whole.indexOf('*');
  if (star < 0) {
    const parsed = parseAddress(whole, '');
    return parsed.ok && parsed.value.address.toLowerCase() === whole;
  }
  if (/\s/.test(whole)) return false;
  if (whole.startsWith('+')) return /^\+[\d*]+$/.test(whole);
  // Up to its first star it is the beginning of an address, or that of "sip:", or nothing.
  const first = whole.slice(0, star);
  return first.startsWith('sip:') || 'sip:'.startsWith(first);
}

/** A number in a pattern may be written with the usual separators; a SIP address has none. */
function compact(pattern: string): string {
  const clean = pattern.trim().toLowerCase();
  return /^\+?[\d\s().*-]+$/.test(clean) ? clean.replace(/[\s().-]/g, '') : clean;
}
