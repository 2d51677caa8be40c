import type { Suggestion } from '../contract/popup';
import type { Destination } from '../contract/transfer';

type Ranges = [number, number][];

/** How well an entry matched, best first: start of the name, start of a word, inside, number. */
const ranks = { nameStart: 0, wordStart: 1, inside: 2, number: 3 } as const;

const maxSuggestions = 50;

/** Lower case without diacritics, of the same length as the text, so that ranges stay true. */
function folded(text: string): string {
  return Array.from(text, (character) => {
    const base = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return base.length === character.length ? base : character;
  }).join('');
}

function rankOf(name: string, at: number): number {
  if (at === 0) return ranks.nameStart;
  return /[\s\p{P}]/u.test(name[at - 1] ?? '') ? ranks.wordStart : ranks.inside;
}

/** Range of `digits` in a formatted number, separators between them included. */
function digitRange(display: string, digits: string): Ranges {
  const positions = Array.from(display.matchAll(/\d/g), (match) => match.index);
  const at = positions
    .map((position) => display[position])
    .join('')
    .indexOf(digits);
  if (at < 0) return [];
  const from = positions[at];
  const last = positions[at + digits.length - 1];
  return from === undefined || last === undefined ? [] : [[from, last + 1]];
}

function textRange(text: string | null, needle: string): Ranges {
  if (text === null) return [];
  const at = folded(text).indexOf(needle);
  return at < 0 ? [] : [[at, at + needle.length]];
}

/**
 * Entries whose name, note, number or SIP address holds the text; the matched letters with them.
 * Ties keep the order of `entries`, so that the list is stable.
 */
export function matchDestinations(entries: readonly Destination[], text: string): Suggestion[] {
  const needle = folded(text.trim());
  if (needle === '') return [];
  const digits = /^[+\d][\d\s().-]*$/.test(needle) ? needle.replace(/\D/g, '') : '';
  const ranked = entries.flatMap((destination, order) => {
    const nameMatches = textRange(destination.name, needle);
    const displayMatches =
      digits === ''
        ? textRange(destination.display, needle)
        : digitRange(destination.display, digits);
    const inNote = textRange(destination.note, needle).length > 0;
    const first = nameMatches[0];
    if (first === undefined && displayMatches.length === 0 && !inNote) return [];
    const rank = first === undefined ? ranks.number : rankOf(destination.name ?? '', first[0]);
    return [{ suggestion: { destination, nameMatches, displayMatches }, rank, order }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.order - b.order);
  return ranked.slice(0, maxSuggestions).map((entry) => entry.suggestion);
}
