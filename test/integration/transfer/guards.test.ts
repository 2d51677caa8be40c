import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadEmergencyNumbers, type EmergencyCheck } from '../../../electron/directory/emergency';
import { startPracticeLine, type PracticeLine } from '../../../electron/practice/server';
import { guardGroups, type GuardRow } from './guard-rows';
import { GuardedMain } from './guarded-main';

let isEmergency: EmergencyCheck;
let practice: PracticeLine;
const printed: (readonly string[])[] = [];

beforeAll(async () => {
  isEmergency = await loadEmergencyNumbers();
  const started = await startPracticeLine();
  if (!started.ok) throw new Error(started.error.cause);
  practice = started.value;
});

afterAll(async () => {
  await practice.close();
  const rows = [['check', 'told', 'POSTs'], ...printed];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const table = lines.map((cells) => cells.join('  ').trimEnd()).join('\n');
  process.stdout.write(`\n${table}\n\n${printed.length} rows\n`);
});

/** The answers in short: of many like one, how many. */
function inShort(told: readonly string[]): string {
  const kinds = [...new Set(told)];
  const counts = kinds.map((kind) => [kind, told.filter((one) => one === kind).length] as const);
  return counts.map(([kind, count]) => (count > 2 ? `${count} × ${kind}` : kind)).join(', ');
}

describe.each(guardGroups)('main, asked for a transfer: %s', (_, rows) => {
  const titled = rows.map((row) => [row.name, row] as const);
  it.each(titled)('%s', async (name, row: GuardRow) => {
    const main = new GuardedMain({ isEmergency, practice, layer: row.layer ?? {} });
    try {
      const told = await row.ask(main);
      printed.push([name, inShort(told), String(main.posts.length)]);
      expect(told).toEqual(row.told);
      expect(main.posts).toEqual(row.posts);
    } finally {
      main.remove();
    }
  });
});
