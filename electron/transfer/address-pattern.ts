/**
 * Whether a whole address fits a pattern: `*` stands for any run of characters, everything else for
 * itself. Compared with E.164 (`+1415*`) or with `sip:…`, without regard to case. Linear in the
 * length of both: a pattern comes from a file, and none may hang Baton.
 */
export function matchesPattern(pattern: string, address: string): boolean {
  const parts = compact(pattern).split('*');
  const text = address.toLowerCase();
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  if (at > end) return false;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** A number in a pattern may be written with the usual separators; a SIP address has none. */
function compact(pattern: string): string {
  const clean = pattern.trim().toLowerCase();
  return /^\+?[\d\s().*-]+$/.test(clean) ? clean.replace(/[\s().-]/g, '') : clean;
}
