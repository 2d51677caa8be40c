import type { FieldVerdict, QueryReply } from '../contract/popup';
import { unreachable } from '../contract/result';
import type { Destination } from '../contract/transfer';
import { formattedWhileTyping, looksLikeAddress, parseAddress, type AddressError } from './address';
import { destinationOf, type CountryNamer } from './destinations';
import type { EmergencyCheck } from './emergency';
import { matchDestinations } from './match';

export interface QueryContext {
  readonly region: string;
  readonly countryName: CountryNamer;
  /** Everybody that is known on the line: favourites, recents, practice destinations. */
  readonly known: readonly Destination[];
  readonly isEmergency: EmergencyCheck;
}

/** Says what the text in the field is, and who it may mean. */
export function answerQuery(text: string, context: QueryContext): QueryReply {
  const verdict = verdictOf(text, context);
  return {
    text,
    formatted: formattedWhileTyping(text, context.region),
    verdict,
    suggestions: matchDestinations(context.known, text),
  };
}

function verdictOf(
  text: string,
  { region, countryName, known, isEmergency }: QueryContext,
): FieldVerdict {
  if (isEmergency(text, region)) return { kind: 'not-callable', why: 'emergency' };
  const result = parseAddress(text, region);
  if (!result.ok) return verdictOfError(result.error, text);
  const { address, knownRange } = result.value;
  const entry = known.find((destination) => destination.address === address) ?? null;
  return {
    kind: 'complete',
    destination: destinationOf(result.value, entry, countryName),
    knownRange,
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
    case 'extension':
    case 'vanity':
    case 'sip':
    case 'several':
    case 'control-characters':
    case 'invalid':
      return { kind: 'not-callable', why: error };
    default:
      return unreachable(error);
  }
}
