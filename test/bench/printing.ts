/** What the benches print with. */
export const print = (text = '') => process.stdout.write(`${text}\n`);

export function percentile(took: readonly number[], share100: number): number {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share100) / 100))] ?? 0;
}

/** A row of a table: the first column to the left, the others to the right. */
export function row(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
    .join('  ');
}
