import type { AttemptTrace } from '../contract/history';

/** What the program that repeats a request puts there by itself, or must not be given. */
const leftOut = new Set(['authorization', 'content-length', 'host']);

/** The headers of a request as it was sent, without those that whoever repeats it makes anew. */
export function repeatableHeaders({
  headers,
}: AttemptTrace['request']): readonly (readonly [name: string, value: string])[] {
  return Object.entries(headers).filter(([name]) => !leftOut.has(name.toLowerCase()));
}
