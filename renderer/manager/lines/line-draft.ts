import { err, ok, type Result } from '../../../electron/contract/result';
import { defaultApiBaseUrl, lineSchema, type Line } from '../../../electron/contract/settings';

/** A line as it stands in the form: any text, valid or not. */
export interface LineDraft {
  /** Id of the line being edited; null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly phloId: string;
  readonly nodeId: string;
  readonly triggerSource: string;
  readonly role: Line['role'];
  readonly numberFormat: Line['numberFormat'];
  readonly apiBaseUrl: string;
}

export const textFields = ['name', 'phloId', 'nodeId', 'triggerSource', 'apiBaseUrl'] as const;
export type LineTextField = (typeof textFields)[number];
export type FieldProblem = 'missing' | 'too-long' | 'address';
export type DraftProblems = Readonly<Partial<Record<LineTextField, FieldProblem>>>;

/** Id of the built-in line, which no other line may carry. */
export const practiceLineId = 'practice';

export const emptyDraft: LineDraft = {
  id: null,
  name: '',
  phloId: '',
  nodeId: '',
  triggerSource: '',
  role: 'agent',
  numberFormat: 'e164',
  apiBaseUrl: defaultApiBaseUrl,
};

export function draftOf(line: Line): LineDraft {
  return line;
}

/** An id for a new line, made of its name: "Support line" becomes "support-line", then "support-line-2". */
export function lineIdFor(name: string, taken: readonly string[]): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/gu, '');
  const stem = slug === '' ? 'line' : slug;
  const used = new Set([...taken, practiceLineId]);
  let id = stem;
  for (let count = 2; used.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}

function isTextField(key: PropertyKey | undefined): key is LineTextField {
  return textFields.some((field) => field === key);
}

function problemOf(issueCode: string): FieldProblem {
  if (issueCode === 'too_small') return 'missing';
  return issueCode === 'too_big' ? 'too-long' : 'address';
}

/**
 * The line that a draft makes, or what is wrong with each of its fields.
 * An emptied Plivo address stands for the usual one.
 */
export function judgeDraft(draft: LineDraft, lines: readonly Line[]): Result<Line, DraftProblems> {
  const id =
    draft.id ??
    lineIdFor(
      draft.name,
      lines.map((line) => line.id),
    );
  const apiBaseUrl = draft.apiBaseUrl.trim() === '' ? defaultApiBaseUrl : draft.apiBaseUrl.trim();
  const parsed = lineSchema.safeParse({ ...draft, id, apiBaseUrl });
  if (parsed.success) return ok(parsed.data);
  const problems: Partial<Record<LineTextField, FieldProblem>> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0];
    if (isTextField(field)) problems[field] ??= problemOf(issue.code);
  }
  return err(problems);
}

/** The lines with one added, or put in the place of the one with the same id. */
export function withLine(lines: readonly Line[], line: Line): Line[] {
  return lines.some((other) => other.id === line.id)
    ? lines.map((other) => (other.id === line.id ? line : other))
    : [...lines, line];
}
