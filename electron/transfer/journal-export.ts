import type { EndedAttempt } from '../contract/transfer';

/** One column of an export: its heading, and its value of an attempt. */
type Column = readonly [
  heading: string,
  value: (attempt: EndedAttempt) => string | number | null | undefined,
];

const columns: readonly Column[] = [
  ['startedAt', ({ startedAt }) => timeOf(startedAt)],
  ['outcome', ({ outcome }) => outcome],
  ['name', ({ destination }) => destination.name],
  ['address', ({ destination }) => destination.address],
  ['role', ({ role }) => role],
  ['lineId', ({ lineId }) => lineId],
  ['lineName', ({ lineName }) => lineName],
  ['tookMs', ({ tookMs }) => tookMs],
  ['status', ({ status }) => status],
  ['apiId', ({ apiId }) => apiId],
  ['reason', ({ reason }) => reason.code],
  ['plivoReason', ({ reason }) => reason.plivoReason],
  ['retryAfterSeconds', ({ reason }) => reason.retryAfterSeconds],
  ['cause', ({ reason }) => reason.cause],
  ['agentWord', ({ agentWord }) => agentWord],
  ['id', ({ id }) => id],
];

/** UTC, ISO 8601; empty where the number is no time. */
function timeOf(epochMs: number): string {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** What a spreadsheet would take for a formula at the beginning of a cell. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell of RFC 4180. A text that a spreadsheet would run gets an apostrophe in front, as
 * spreadsheets themselves mark text; that goes for every number with a plus too, which they would
 * otherwise make an amount of.
 */
function cellOf(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const harmless = typeof value !== 'number' && formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const rowOf = (cells: readonly (string | number | null | undefined)[]) =>
  `${cells.map(cellOf).join(',')}\r\n`;

/** Attempts as CSV: RFC 4180 with a row of headings, UTF-8, formulas made harmless. */
export function exportCsv(attempts: readonly EndedAttempt[]): string {
  const head = rowOf(columns.map(([heading]) => heading));
  const rows = attempts.map((attempt) => rowOf(columns.map(([, value]) => value(attempt))));
  return head + rows.join('');
}

/** Attempts as an array of JSON objects, one a line, with the columns of the CSV as they are. */
export function exportJson(attempts: readonly EndedAttempt[]): string {
  const objects = attempts.map((attempt) =>
    JSON.stringify(
      Object.fromEntries(columns.map(([heading, value]) => [heading, value(attempt) ?? null])),
    ),
  );
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}
