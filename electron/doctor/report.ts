import {
  checkStates,
  factNames,
  findingStates,
  hasRemedy,
  type CheckState,
  type CheckUp,
  type CheckView,
  type FactName,
  type Finding,
} from '../contract/doctor';
import { unreachable } from '../contract/result';
import { knownKey } from './known-keys';
import type { Redaction } from './private-values';
import { reportWords as t } from './words';

export interface ReportParts {
  /** Takes out what is private (see private-values.ts). */
  readonly redacted: Redaction;
}

const stateOf = (view: CheckView): CheckState =>
  view.status === 'done' ? findingStates[view.finding.code] : 'unknown';

/** How many checks there are of each state. */
export function countsOf({ checks }: CheckUp): Readonly<Record<CheckState, number>> {
  const counts = { good: 0, warning: 0, bad: 0, unknown: 0 };
  for (const view of checks) counts[stateOf(view)] += 1;
  return counts;
}

/** What came from outside or from the settings, and may hold anything. */
function factText(name: FactName, value: string | number, redacted: Redaction) {
  switch (name) {
    case 'file':
    case 'folder':
    case 'caFile':
      return redacted.path(String(value));
    case 'expected':
    case 'cause':
    case 'subject':
    case 'issuer':
    case 'shortcut':
    case 'display':
      return redacted.text(String(value));
    case 'key':
      return redacted.text(knownKey(String(value)));
    case 'validUntil':
      return new Date(Number(value)).toISOString();
    case 'free':
      return `${Math.floor(Number(value) / (1024 * 1024))} MiB`;
    case 'skew':
      return `${value} s`;
    case 'took':
      return `${value} ms`;
    case 'version':
    case 'electron':
    case 'chromium':
    case 'node':
    case 'system':
    case 'place':
    case 'faults':
    case 'attempts':
    case 'entry':
    case 'host':
    case 'proxy':
    case 'status':
      return String(value);
    default:
      return unreachable(name);
  }
}

function findingLines({ code, facts }: Finding, { redacted }: ReportParts): readonly string[] {
  const known = factNames.flatMap((name) => {
    const value = facts[name];
    return value === undefined
      ? []
      : [`${t(`doctor.facts.${name}`)}: ${factText(name, value, redacted)}`];
  });
  return [
    t(`doctor.findings.${code}.found`),
    ...(hasRemedy(code) ? [`What to do: ${t(`doctor.findings.${code}.todo`)}`] : []),
    ...known,
  ];
}

function checkLines(view: CheckView, parts: ReportParts): readonly string[] {
  const code = view.status === 'done' ? view.finding.code : view.status;
  const head = `[${stateOf(view)}] ${t(`doctor.checks.${view.id}`)} (${code})`;
  const rest = view.status === 'done' ? findingLines(view.finding, parts) : [];
  return [head, ...rest.map((line) => `    ${line.replaceAll(/\p{Cc}+/gu, ' ')}`)];
}

/** One line: how many checks came to what. */
export function summaryText(checkUp: CheckUp): string {
  const counts = countsOf(checkUp);
  return checkStates.map((state) => `${counts[state]} ${state}`).join(', ');
}

/**
 * A finished check-up as text, to hand to support: in English, without a secret, a name, a number or
 * an address of anybody (docs/behaviour.md, "Check-up").
 */
export function reportText(checkUp: CheckUp, parts: ReportParts): string {
  return [
    'Baton check-up',
    `made: ${new Date(checkUp.startedAt).toISOString()}`,
    `found: ${summaryText(checkUp)}`,
    ...checkUp.checks.flatMap((view) => ['', ...checkLines(view, parts)]),
    '',
  ].join('\n');
}
