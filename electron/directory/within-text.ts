import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max';

import { normalised, parseAddress, type ParsedAddress } from './address';

/** What a longer text that was pasted holds, such as a sentence or a signature. */
export type AddressWithin =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly parsed: ParsedAddress }
  | { readonly kind: 'several' }
  /** The one number has an extension, which no call can dial. */
  | { readonly kind: 'extension' };

/** Addresses that say so themselves; an e-mail address does not. */
const uris = /\b(?:sips?|tel|callto):[^\s<>"'“”‘’]+/gi;
/** Numbers with their country code, whose range may be one that the library does not know. */
const international = /\+\d[\d\s().\-\u00a0\u2010-\u2015]{6,24}\d/g;
/** What stands behind an address at the end of a sentence or in brackets. */
const punctuation = /[.,;:!?)\]}>]+$/;

function numbersIn(text: string, region: string): { number: string; extension: boolean }[] {
  const found = findPhoneNumbersInText(text, {
    ...(isSupportedCountry(region) && { defaultCountry: region }),
  });
  return found.map(({ number }) => ({
    number: number.number,
    extension: number.ext !== undefined,
  }));
}

/**
 * Finds the one address in a longer text. The same address in several writings is one.
 * @param region two-letter region of numbers without country code.
 */
export function addressWithin(text: string, region: string): AddressWithin {
  const clean = normalised(text.replace(/\s+/g, ' '));
  const found = new Map<string, ParsedAddress>();
  const take = (candidate: string): void => {
    const parsed = parseAddress(candidate, region);
    if (parsed.ok) found.set(parsed.value.address, parsed.value);
  };
  for (const [uri] of clean.matchAll(uris)) take(uri.replace(punctuation, ''));
  const rest = clean.replace(uris, ' ');
  const numbers = numbersIn(rest, region);
  for (const { number } of numbers) take(number);
  if (numbers.length === 0) for (const [number] of rest.matchAll(international)) take(number);
  const [first] = found.values();
  if (found.size > 1) return { kind: 'several' };
  if (numbers.some(({ extension }) => extension)) return { kind: 'extension' };
  return first === undefined ? { kind: 'none' } : { kind: 'one', parsed: first };
}
