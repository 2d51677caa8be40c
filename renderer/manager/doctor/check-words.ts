import {
  factNames,
  findingStates,
  type CheckState,
  type CheckUp,
  type CheckView,
  type FactName,
  type Finding,
} from '../../../electron/contract/doctor';
import { unreachable } from '../../../electron/contract/result';
import { t } from '../../ui/texts';
import type { Platform } from '../shortcuts/accelerator';
import { shortcutWord } from '../shortcuts/keycaps';

/** Who reads a check-up: how numbers, dates and keys are written. */
export interface Reader {
  readonly language: string;
  readonly platform: Platform;
}

/** What a check is shown as: its finding's state, or what it waits for. */
export type ShownState = CheckState | 'running' | 'asking';

export const shownState = (view: CheckView): ShownState =>
  view.status === 'done' ? findingStates[view.finding.code] : view.status;

export interface Fact {
  readonly name: FactName;
  readonly text: string;
  /** A text to read from left to right, letter by letter. */
  readonly mono: boolean;
}

const mono: ReadonlySet<FactName> = new Set(['file', 'folder', 'caFile', 'host', 'proxy', 'key']);

function inUnits(value: number, unit: string, language: string): string {
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: 0,
  });
  return format.format(value);
}

function factText(name: FactName, value: string | number, { language, platform }: Reader): string {
  if (typeof value === 'string') {
    return name === 'shortcut' ? shortcutWord(value, platform) : value;
  }
  switch (name) {
    case 'validUntil':
      return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(value);
    case 'free':
      return inUnits(value / 1e6, 'megabyte', language);
    case 'skew':
      return inUnits(value, 'second', language);
    case 'took':
      return inUnits(value, 'millisecond', language);
    case 'status':
      return String(value);
    default:
      return new Intl.NumberFormat(language).format(value);
  }
}

/** What a finding knows beside its sentence, in the order of reading. */
export function factsOf({ facts }: Finding, reader: Reader): Fact[] {
  return factNames.flatMap((name) => {
    const value = facts[name];
    if (value === undefined) return [];
    return [{ name, text: factText(name, value, reader), mono: mono.has(name) }];
  });
}

/** The whole check-up in one sentence, and the state that it stands for. */
export function summaryOf({ checks, running }: CheckUp): {
  readonly state: ShownState;
  readonly text: string;
} {
  const count = (state: ShownState) => checks.filter((view) => shownState(view) === state).length;
  const [bad, warning] = [count('bad'), count('warning')];
  if (running) return { state: 'running', text: t('doctor.summary.running') };
  if (bad > 0) return { state: 'bad', text: t('doctor.summary.bad', { count: bad }) };
  if (warning > 0) {
    return { state: 'warning', text: t('doctor.summary.warning', { count: warning }) };
  }
  return { state: 'good', text: t('doctor.summary.good') };
}

/** What is said aloud at the end: the sentence, and each check that calls for something. */
export function spokenEnd(checkUp: CheckUp): string {
  const calling = checkUp.checks.flatMap((view) => {
    const state = shownState(view);
    if (view.status !== 'done' || (state !== 'bad' && state !== 'warning')) return [];
    return [`${t(`doctor.checks.${view.id}`)}: ${t(`doctor.findings.${view.finding.code}.found`)}`];
  });
  return [summaryOf(checkUp).text, ...calling].join(' ');
}

/** What is said aloud when a check waits for the person; null where it does not. */
export function spokenQuestion(view: CheckView, { platform }: Reader): string | null {
  switch (view.status) {
    case 'asking':
      return t('doctor.asking', { shortcut: shortcutWord(view.shortcut, platform) });
    case 'running':
    case 'done':
      return null;
    default:
      return unreachable(view);
  }
}
