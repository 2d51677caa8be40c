import type { Session } from 'electron';

/**
 * The proxy that an address is reached through, as a URL, or null for a direct way.
 * The system's answer is a list as in a PAC file, "PROXY host:port; DIRECT"; the first entry that
 * Baton can speak counts (SOCKS it cannot).
 */
export async function resolveProxy(
  setting: string,
  address: string,
  session: Pick<Session, 'resolveProxy'>,
): Promise<string | null> {
  if (setting === 'none') return null;
  if (setting !== 'system') return setting;
  return firstProxy(await session.resolveProxy(address));
}

/** Reads a PAC answer; null where it begins with DIRECT or names nothing that can be used. */
export function firstProxy(answer: string): string | null {
  for (const entry of answer.split(';')) {
    const [kind, authority] = entry.trim().split(/\s+/);
    if (kind === 'DIRECT') return null;
    if (authority === undefined) continue;
    if (kind === 'PROXY' || kind === 'HTTP') return `http://${authority}`;
    if (kind === 'HTTPS') return `https://${authority}`;
  }
  return null;
}
