/** What a request is about, by its method and path alone. Ids are decoded, and not yet checked. */
export type Route =
  | { readonly kind: 'read-phlo'; readonly phloId: string }
  | { readonly kind: 'read-node'; readonly phloId: string; readonly nodeId: string }
  | { readonly kind: 'node-action'; readonly phloId: string; readonly nodeId: string }
  | {
      readonly kind: 'member-action';
      readonly phloId: string;
      readonly nodeId: string;
      readonly member: string;
    }
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'wrong-method'; readonly allow: string };

/**
 * The route of a request target. One trailing slash is taken as none, because some of Plivo's SDKs
 * send it; ids may be URL-encoded, and a member address may come raw, with its plus.
 */
export function routeOf(method: string, target: string): Route {
  const segments = decodedSegments(target);
  if (segments === null || segments[0] !== 'v1' || segments[1] !== 'phlo') return unknownPath;
  const [, , phloId, mpc, nodeId, members, member, ...more] = segments;
  if (phloId === undefined || more.length > 0) return unknownPath;
  if (mpc === undefined) {
    return method === 'GET'
      ? { kind: 'read-phlo', phloId }
      : { kind: 'wrong-method', allow: 'GET' };
  }
  if (mpc !== 'multi_party_call' || nodeId === undefined) return unknownPath;
  if (members === undefined) {
    if (method === 'GET') return { kind: 'read-node', phloId, nodeId };
    if (method === 'POST') return { kind: 'node-action', phloId, nodeId };
    return { kind: 'wrong-method', allow: 'GET, POST' };
  }
  if (members !== 'members' || member === undefined) return unknownPath;
  return method === 'POST'
    ? { kind: 'member-action', phloId, nodeId, member }
    : { kind: 'wrong-method', allow: 'POST' };
}

const unknownPath: Route = { kind: 'unknown-path' };

function decodedSegments(target: string): string[] | null {
  const path = target.replace(/\?.*$/s, '').replace(/\/$/, '');
  if (!path.startsWith('/')) return null;
  try {
    const segments = path.slice(1).split('/').map(decodeURIComponent);
    return segments.includes('') ? null : segments;
  } catch {
    return null;
  }
}
