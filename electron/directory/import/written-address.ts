import type { RejectReason } from '../../contract/directory';
import { err, ok, unreachable, type Result } from '../../contract/result';
import { parseAddress, type AddressError } from '../address';
import { plivoEndpoint } from './columns';
import { longestAddress, type AddressKind } from './contact';
import { plainNumber } from './plain-number';

/** Host of Plivo's endpoints, which Plivo's own lists leave out beside a user name. */
const plivoHost = 'phone.plivo.com';

/** A number that a spreadsheet has rounded: "1.41555E+10". Its digits are lost. */
const scientific = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d+$/i;

/**
 * A number as it was before a spreadsheet wrote it down: `="+14155550134"` and `'+14155550134` are
 * how it is kept from being reckoned with, `14155550134.0` how it looks when it was not.
 */
function unwrapped(text: string): string {
  return text
    .trim()
    .replace(/^='?"?([^"]*)"?$/, '$1')
    .replace(/^'/, '')
    .replace(/^(\d{5,})[.,]0$/, '$1')
    .trim();
}

function reasonOf(error: AddressError, kind: AddressKind): RejectReason {
  switch (error) {
    case 'empty':
      return 'no-address';
    case 'several':
      return 'several-numbers';
    case 'control-characters':
      return 'control-characters';
    case 'sip':
      return 'sip-address-invalid';
    case 'too-short':
    case 'too-long':
      return kind === 'sip' ? 'sip-address-invalid' : `number-${error}`;
    case 'extension':
    case 'vanity':
    case 'invalid':
    case 'name':
      return kind === 'sip' ? 'sip-address-invalid' : 'number-not-callable';
    default:
      return unreachable(error);
  }
}

function judged(text: string, region: string, kind: AddressKind): Result<string, RejectReason> {
  const result = parseAddress(text, region);
  return result.ok ? ok(result.value.address) : err(reasonOf(result.error, kind));
}

/**
 * The canonical address that a file means, or why it is none (docs/behaviour.md, "Directory"). A number with
 * an extension is refused: without its extension it would reach somebody else. An e-mail address in
 * a column of numbers is no SIP address.
 */
export function readAddress(
  kind: AddressKind,
  text: string,
  region: string,
): Result<string, RejectReason> {
  if (text.length > longestAddress) return err('too-long');
  const clean = unwrapped(text);
  if (/^sips?:/i.test(clean) || kind === 'sip') {
    const user = clean.replace(/^sips?:/i, '');
    return judged(plivoEndpoint.test(user) ? `sip:${user}@${plivoHost}` : clean, region, 'sip');
  }
  if (scientific.test(clean) || clean.includes('@')) return err('number-not-callable');
  const known = plainNumber(clean, region);
  return known === null ? judged(clean, region, 'number') : ok(known);
}
