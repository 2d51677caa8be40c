export interface Segment {
  readonly text: string;
  readonly matched: boolean;
}

/** Cuts a text at the ranges that matched; ranges are half-open, ordered and in UTF-16 units. */
export function segmentsOf(
  text: string,
  ranges: readonly (readonly [number, number])[],
): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    if (from < end || to <= from || to > text.length) continue;
    if (from > end) segments.push({ text: text.slice(end, from), matched: false });
    segments.push({ text: text.slice(from, to), matched: true });
    end = to;
  }
  if (end < text.length) segments.push({ text: text.slice(end), matched: false });
  return segments;
}
