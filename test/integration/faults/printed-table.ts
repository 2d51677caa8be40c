import type { Row } from './row';
import type { Observed } from './run-row';

const heading = ['row', 'way', 'outcome', 'reason', 'POSTs'] as const;

/** The matrix as it was observed, in columns, and its sum. */
export function printedTable(seen: ReadonlyMap<Row, Observed>): string {
  const lines = [...seen].map(([row, { verdict, posts }]) => [
    row.name,
    row.way,
    verdict.outcome,
    verdict.reason.code,
    String(posts),
  ]);
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const inColumns = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const most = Math.max(0, ...[...seen.values()].map(({ posts }) => posts));
  const sum = `${lines.length} rows, at most ${most} POST in any of them`;
  return `\n${[heading, ...lines].map(inColumns).join('\n')}\n\n${sum}\n`;
}
