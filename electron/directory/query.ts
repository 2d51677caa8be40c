import type { FieldVerdict, LookAlike, QueryReply, Suggestion } from '../contract/popup';
import { unreachable } from '../contract/result';
import type { Destination } from '../contract/transfer';
import {
  formattedWhileTyping,
  looksLikeAddress,
  parseAddress,
  type AddressError,
  type ParsedAddress,
} from './address';
import { destinationOf, type CountryNamer } from './destinations';
import type { EmergencyCheck } from './emergency';
import { differingDigits } from './search/look-alikes';
import { addressWithin } from './within-text';
import type { AddressOwner, FoundInDirectory, PersonRow } from './worker/calls';

/** Most rows that are given to the popup. */
const mostSuggestions = 50;

type Refusal = Extract<FieldVerdict, { kind: 'complete' }>['refusal'];

export interface QueryContext {
  readonly region: string;
  readonly countryName: CountryNamer;
  readonly isEmergency: EmergencyCheck;
  /** Looks for people, and for the owner of an address where there is one in the text. */
  readonly find: (text: string, address: string | null, limit: number) => Promise<FoundInDirectory>;
  /** Which check will refuse the address, as far as it can be said now. */
  readonly refusalOf: (parsed: ParsedAddress, owner: AddressOwner) => Refusal;
}

type TextRead =
  | { readonly kind: 'address'; readonly parsed: ParsedAddress; readonly withinText: boolean }
  | { readonly kind: 'verdict'; readonly verdict: FieldVerdict };

/** A row as the popup shows it. */
export const destinationOfRow = (row: PersonRow, countryName: CountryNamer): Destination => ({
  address: row.address,
  display: row.display,
  name: row.name,
  note: row.note,
  country: row.country === null ? null : countryName(row.country),
  role: row.role,
});

/** Says what the text in the field is, and who it may mean (docs/behaviour.md, "Directory"). */
export async function answerQuery(text: string, context: QueryContext): Promise<QueryReply> {
  const { region, countryName } = context;
  const read = readText(text, context);
  const parsed = read.kind === 'address' ? read.parsed : null;
  const found = await context.find(text, parsed?.address ?? null, mostSuggestions);
  const verdict = read.kind === 'verdict' ? read.verdict : verdictOf(read, found, context);
  // The digits of an extension are somebody's alias, and no number that is still too short.
  const isAlias = verdict.kind === 'too-short' && found.exact;
  return {
    text,
    formatted: isAlias ? text : formattedWhileTyping(text, region),
    verdict: isAlias ? { kind: 'search' } : verdict,
    suggestions: found.rows.map(({ person, name, display, note }): Suggestion => ({
      destination: destinationOfRow(person, countryName),
      nameMatches: name,
      displayMatches: display,
      noteMatches: note,
    })),
    matches: found.total,
    lookAlikes: found.lookAlikes.map(({ person, distance, known }): LookAlike => ({
      destination: destinationOfRow(person, countryName),
      differs: differingDigits(person.display, parsed?.address ?? ''),
      warn: known && distance === 1,
    })),
  };
}

function readText(text: string, { region, isEmergency }: QueryContext): TextRead {
  const verdict = (of: FieldVerdict): TextRead => ({ kind: 'verdict', verdict: of });
  const emergency = verdict({ kind: 'not-callable', why: 'emergency' });
  if (isEmergency(text, region)) return emergency;
  const whole = parseAddress(text, region);
  if (whole.ok) return { kind: 'address', parsed: whole.value, withinText: false };
  const judged = verdict(verdictOfError(whole.error, text));
  if (!mayHoldAddress(text, whole.error)) return judged;
  const within = addressWithin(text, region);
  switch (within.kind) {
    case 'none':
      // An e-mail address in brackets is one address, and no SIP address.
      return whole.error === 'several' && text.includes('@')
        ? verdict({ kind: 'not-callable', why: 'sip' })
        : judged;
    case 'several':
    case 'extension':
      return verdict({ kind: 'not-callable', why: within.kind });
    case 'one':
      return isEmergency(within.parsed.address, region)
        ? emergency
        : { kind: 'address', parsed: within.parsed, withinText: true };
    default:
      return unreachable(within);
  }
}

/** One address in brackets behind a name, as address books hand it on: `"Maria" <sip:maria@…>`. */
const bracketed = /^[^<>@\d]*<[^<>]+>\s*$/;

/** Whether an address may stand among words; lines of a signature are among them. */
function mayHoldAddress(text: string, error: AddressError): boolean {
  if (error === 'name' || error === 'sip') return true;
  if (error === 'several') return bracketed.test(text);
  return error === 'control-characters' && /\p{L}{2}/u.test(text) && /[\r\n\t]/.test(text);
}

function verdictOf(
  { parsed, withinText }: Extract<TextRead, { kind: 'address' }>,
  found: FoundInDirectory,
  { countryName, refusalOf }: QueryContext,
): FieldVerdict {
  return {
    kind: 'complete',
    destination: destinationOf(parsed, found.owner, countryName),
    knownRange: parsed.knownRange,
    withinText,
    refusal: refusalOf(parsed, found),
  };
}

function verdictOfError(error: AddressError, text: string): FieldVerdict {
  switch (error) {
    case 'empty':
      return { kind: 'empty' };
    case 'name':
      return looksLikeAddress(text) ? { kind: 'not-callable', why: 'invalid' } : { kind: 'search' };
    case 'too-short':
    case 'too-long':
      return { kind: error };
    case 'several':
      // Brackets in a name are no list of numbers.
      return /[\p{Nd}@:]/u.test(text) ? { kind: 'not-callable', why: error } : { kind: 'search' };
    case 'extension':
    case 'vanity':
    case 'sip':
    case 'control-characters':
    case 'invalid':
      return { kind: 'not-callable', why: error };
    default:
      return unreachable(error);
  }
}
