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

/** A number in a pattern may be written with the usual separators; a SIP address has none. */
function compact(pattern: string): string {
  const clean = pattern.trim().toLowerCase();
  return /^\+?[\d\s().*-]+$/.test(clean) ? clean.replace(/[\s().-]/g, '') : clean;
}
