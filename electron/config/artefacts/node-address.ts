/** A node's address taken apart; the ids as they stand there, placeholders and all. */
export interface NodeAddress {
  /** Scheme and host with whatever stands before `/v1/phlo`. */
  readonly base: string;
  readonly phloId: string;
  readonly nodeId: string;
}

const nodePath =
  /^((?:https?:\/\/)?[^\s"'`]*?)\/v1\/phlo\/([^\s"'`/?#]+)\/multi_party_call\/([^\s"'`/?#]+)/i;

/** `https://user:password@host` as curl takes it. */
const userInUrl = /^(https?:\/\/)([^/@\s:]+)(?::([^/@\s]*))?@/i;

/** The ids in a node's address, or null where a text is no such address. */
export function nodeAddressOf(url: string): NodeAddress | null {
  const [, before, phloId, nodeId] = nodePath.exec(url.trim()) ?? [];
  if (before === undefined || phloId === undefined || nodeId === undefined) return null;
  // Without a scheme it is the host, and not what happens to stand before it, as in `--url=host`.
  const isWhole = /^https?:/i.test(before);
  const address = isWhole ? before : before.slice(before.lastIndexOf('=') + 1);
  const base = address.replace(userInUrl, '$1');
  return { base, phloId: decoded(phloId), nodeId: decoded(nodeId) };
}

/** User and password out of an address, where it has them. */
export function userOf(
  url: string,
): { readonly user: string; readonly password: string | null } | null {
  const [, , user, password] = userInUrl.exec(url.trim()) ?? [];
  if (user === undefined) return null;
  return { user: decoded(user), password: password === undefined ? null : decoded(password) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
