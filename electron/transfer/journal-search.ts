import type { IntentBody, OutcomeBody } from './journal-entries';

/** Without case and accents, so that "jose" finds José. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Plivo's own words in a reason, its code and its cause: what support asks for. */
function reasonWords(reason: unknown): unknown[] {
  if (typeof reason !== 'object' || reason === null) return [];
  return ['code', 'plivoReason', 'cause'].map((key) => Reflect.get(reason, key));
}

/**
 * What a text is looked for in, line by line: name, number as shown and as dialled, then, once
 * there is an outcome, api_id and reason.
 */
export function searchText(intent: IntentBody | null, outcome: OutcomeBody | null): string {
  const words = [
    ...(intent ? [intent.name, intent.display, intent.address] : []),
    ...(outcome ? [outcome.apiId, ...reasonWords(outcome.reason)] : []),
  ];
  return words
    .filter((word) => typeof word === 'string' && word !== '')
    .map((word) => `${folded(String(word)).replaceAll(/\s+/g, ' ')}\n`)
    .join('');
}

/**
 * What must all be found in a search text. A number is looked for by its digits, however it is
 * written; anything else word by word.
 */
export function searchNeedles(text: string): readonly string[] {
  const wanted = folded(text.replaceAll('\0', '')).trim();
  if (/^[+\d\s().-]*\d[+\d\s().-]*$/.test(wanted)) {
    const digits = wanted.replaceAll(/\D/g, '');
    // A national number begins with zeros that the stored one, with its country code, has not.
    return [digits.replace(/^0+(?=\d{6})/, '')];
  }
  return wanted.split(/\s+/).filter((word) => word !== '');
}
