import type { Phase } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { titleOf } from './people';

/** Characters for private use, which stand for the values while a sentence is taken apart. */
const marks = { to: '\uE000', time: '\uE001', role: '\uE002' } as const;

/** The hold-back: nothing is sent yet. Times are epoch milliseconds. */
export type Held = Extract<Phase, { kind: 'held' }>;

/** Milliseconds of the hold-back that are over; within it whatever the clock was set to meanwhile. */
export function elapsedMs({ startedAt, holdMs }: Held, now: number): number {
  return Math.min(holdMs, Math.max(0, now - startedAt));
}

/** Whole seconds that are left, begun ones included: "0" only where the time is over. */
export function secondsLeft(held: Held, now: number): number {
  return Math.ceil((held.holdMs - elapsedMs(held, now)) / 1000);
}

/** Who it is and how they join, read back before anything is sent. */
export function heldBody(held: Held): string {
  return bodyWith(held, t(`rolesInSentence.${held.role}`));
}

/** The same, cut at the role's word: what stands before it and behind it. */
export function heldBodyAroundRole(held: Held): readonly [before: string, after: string] {
  const [before = '', after = ''] = bodyWith(held, marks.role).split(marks.role);
  return [before, after];
}

function bodyWith({ destination }: Held, role: string): string {
  const { name, note, country, display } = destination;
  const parts = name === null ? [note, country] : [note, display];
  const who = parts.filter((part) => part !== null && part !== '').join(', ');
  const joins = { role };
  return who === ''
    ? t('popup.states.held.bodyPlain', joins)
    : t('popup.states.held.body', { ...joins, who });
}

/** Said once, when the hold-back begins. */
export function heldSentence({ destination, holdMs }: Held): string {
  return t('popup.states.held.said', {
    to: titleOf(destination),
    count: Math.ceil(holdMs / 1000),
  });
}

/** The title in the order of its language: plain words, and the places of the name and the count. */
export function heldTitleParts(): readonly ('to' | 'time' | { readonly words: string })[] {
  const sentence = t('popup.states.held.title', marks);
  return sentence
    .split(/([\uE000\uE001])/u)
    .filter((part) => part !== '')
    .map((part) => (part === marks.to ? 'to' : part === marks.time ? 'time' : { words: part }));
}
