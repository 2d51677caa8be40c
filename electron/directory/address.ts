import {
  AsYouType,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
} from 'libphonenumber-js/max';

import { err, ok, type Result } from '../contract/result';

declare const parsed: unique symbol;

/**
 * Who takes a call: an E.164 number with its plus, or `sip:user@host`. Only `parseAddress` makes
 * one, so what holds an `Address` holds something that may be sent (docs/behaviour.md, "Addresses").
 */
export type Address = string & { readonly [parsed]: true };

/** Why a text is no address; the popup words each. */
export type AddressError =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'extension'
  | 'vanity'
  | 'sip'
  | 'several'
  | 'control-characters'
  | 'invalid'
  | 'name';

export interface ParsedAddress {
  readonly address: Address;
  readonly kind: 'number' | 'sip';
  /** As a person reads it: "+1 415 555 0134", or the SIP address without its scheme. */
  readonly display: string;
  /** Two-letter country of a number that has one. */
  readonly country: CountryCode | null;
  /** False for a possible number that belongs to no known range. It may still be called. */
  readonly knownRange: boolean;
}

/** User part: what Plivo's endpoints and common SIP servers use. No `<`, which separates destinations. */
const sipPattern =
  /^sips?:([A-Za-z0-9._+-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::(\d{1,5}))?$/i;
/** As long as an address may be wherever it goes; a longer one would not come back from the journal. */
const longestAddress = 256;
const sipWithoutScheme = /^[^\s@:]+@[^\s@]+$/;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** "x12", "ext. 12", "#12", ";ext=12" behind the digits. */
const extensionMark = /\d[\s)]*(?:x|ext\.?|extension|;ext=|#|,)\s*\d{1,6}$/i;
/** Two numbers in one text, as a list gives them. */
const severalMark = /\d{3}[\s)]*[,;/&]\s*\+?[\d(][\d\s().-]{6,}$/;
/** A number that carries letters for digits: 1-800-FLOWERS. Three digits first, or "24 hours" is one. */
const vanityMark = /^\+?[\s().-]*(?:\d[\s().-]*){3,6}(?:[A-Za-z][.-]?){3,}[\s().\d-]*$/;
const numberLike = /^[+\d(][\d\s().\-\u2010-\u2015/\u00a0\u202f]*$/;

/** Digits of other scripts and full-width forms become ASCII, so that what is read is what is sent. */
function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    if (digit <= '9') return digit;
    // Unicode keeps every run of decimal digits in one block of ten, zero first.
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}

/** The text as it is judged: trimmed, invisible characters and `tel:` gone, digits as ASCII. */
export function normalised(text: string): string {
  return (
    asciiDigits(text)
      .replace(invisible, '')
      .trim()
      .replace(/^(?:tel|callto):/i, '')
      // What comes along when a number is copied out of a sentence.
      .replace(/^["'“”‘’\s]+|["'“”‘’;,\s]+$/g, '')
  );
}

/** True when the text is meant as a number or SIP address, not as a name. */
export function looksLikeAddress(text: string): boolean {
  const clean = normalised(text);
  return (
    /^sips?:/i.test(clean) ||
    sipWithoutScheme.test(clean) ||
    numberLike.test(clean) ||
    severalMark.test(clean) ||
    extensionMark.test(clean) ||
    vanityMark.test(clean)
  );
}

/**
 * Reads a number of `region` or of any country with its code, or a SIP address.
 * A possible number is enough: numbering plans change faster than the metadata.
 */
export function parseAddress(text: string, region: string): Result<ParsedAddress, AddressError> {
  if (controls.test(text)) return err('control-characters');
  const clean = normalised(text);
  if (clean === '') return err('empty');
  if (clean.includes('<') || clean.includes('>')) return err('several');
  if (/^sips?:/i.test(clean) || sipWithoutScheme.test(clean)) return parseSip(clean);
  if (severalMark.test(clean)) return err('several');
  if (extensionMark.test(clean)) return err('extension');
  if (!numberLike.test(clean)) return err(vanityMark.test(clean) ? 'vanity' : 'name');
  return parseNumber(clean, region);
}

function parseSip(clean: string): Result<ParsedAddress, AddressError> {
  const full = /^sips?:/i.test(clean) ? clean : `sip:${clean}`;
  const match = sipPattern.exec(full);
  const [, user, host, port] = match ?? [];
  if (
    user === undefined ||
    host === undefined ||
    host.includes('..') ||
    Number(port ?? 5060) > 65_535
  )
    return err('sip');
  // The scheme of Plivo's addresses is sip; the host is a domain name, so its case means nothing.
  const canonical = `sip:${user}@${host.toLowerCase()}${port === undefined ? '' : `:${port}`}`;
  if (!isCanonical(canonical) || canonical.length > longestAddress) return err('sip');
  return ok({
    address: canonical,
    kind: 'sip',
    display: canonical.slice(4),
    country: null,
    knownRange: true,
  });
}

/** True where the region has telephone numbers of its own; "UK" has none, its letters are "GB". */
export const isKnownRegion = (region: string): boolean => isSupportedCountry(region);

/** A region that the metadata do not know has no numbers of its own: only international ones work. */
const countryOf = (region: string): CountryCode | undefined =>
  isSupportedCountry(region) ? region : undefined;

/** The last word on what may be sent, whatever was read before. */
const isCanonical = (text: string): text is Address =>
  /^\+[1-9]\d{1,14}$|^sip:[^\s<>]+@[^\s<>]+$/.test(text);

function parseNumber(clean: string, region: string): Result<ParsedAddress, AddressError> {
  const defaultCountry = countryOf(region);
  const withCountry = defaultCountry === undefined ? {} : { defaultCountry };
  switch (validatePhoneNumberLength(clean, withCountry)) {
    case 'TOO_SHORT':
      return err('too-short');
    case 'TOO_LONG':
      return err('too-long');
    case 'NOT_A_NUMBER':
      return err(clean === '+' ? 'too-short' : 'invalid');
    case 'INVALID_COUNTRY':
    case 'INVALID_LENGTH':
      return err('invalid');
    case undefined:
      break;
  }
  const number = parsePhoneNumberFromString(clean, { ...withCountry, extract: false });
  if (number === undefined) return err('invalid');
  const canonical: string = number.number;
  if (!isCanonical(canonical)) return err('invalid');
  return ok({
    address: canonical,
    kind: 'number',
    display: number.formatInternational(),
    country: number.country ?? null,
    knownRange: number.isValid(),
  });
}

/** The text as a number is written while it is typed; unchanged where it is no number. */
export function formattedWhileTyping(text: string, region: string): string {
  // A trailing separator is the person's own; formatting would eat it under the caret.
  if (!/^\+?[\d\s().-]*\d$/.test(text)) return text;
  // Three digits are an extension, an emergency number or a beginning: nothing to format.
  if (!text.startsWith('+') && text.replace(/\D/g, '').length <= 3) return text;
  return new AsYouType(countryOf(region)).input(text);
}

/** An address of our own records, for display; the text itself when it is none. */
export function displayAddress(address: string, region: string): string {
  const result = parseAddress(address, region);
  return result.ok ? result.value.display : address;
}
