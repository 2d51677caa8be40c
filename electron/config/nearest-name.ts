/** Longest name that is compared: no known name comes near it, and the work stays bounded. */
const longestCompared = 40;

/** Edits from one word to the other: letters put in, left out, exchanged, or two neighbours swapped. */
function editDistance(from: string, to: string): number {
  const at = (row: readonly number[] | undefined, column: number) => row?.[column] ?? Infinity;
  let beforeLast: number[] | undefined;
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, j - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, to.length);
}

/**
 * The known name that was probably meant, or null where none is close: one edit away for names up
 * to five letters, two for longer ones. Upper and lower case count as the same.
 */
export function nearestName(written: string, known: Iterable<string>): string | null {
  if (written.length > longestCompared) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const name of known) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    const allowed = name.length <= 5 ? 1 : 2;
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}
