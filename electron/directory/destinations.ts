import type { Destination, Role } from '../contract/transfer';
import { parseAddress, type ParsedAddress } from './address';

/** What a favourite, a recent or a practice destination says of somebody. */
export interface KnownDestination {
  readonly name: string | null;
  readonly address: string;
  readonly note?: string | null | undefined;
  readonly role?: Role | null | undefined;
}

/** Names countries in the language of the interface: "GB" → "United Kingdom". */
export type CountryNamer = (country: string) => string | null;

export function countryNamer(language: string): CountryNamer {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  return (country) => names.of(country) ?? null;
}

/** Adds what the popup shows of an address that was parsed. */
export function destinationOf(
  parsed: ParsedAddress,
  known: KnownDestination | null,
  countryName: CountryNamer,
): Destination {
  return {
    address: parsed.address,
    display: parsed.display,
    name: known?.name ?? null,
    note: known?.note ?? null,
    country: parsed.country === null ? null : countryName(parsed.country),
    role: known?.role ?? null,
  };
}

/** Destinations of records; a record whose address cannot be called is left out. */
export function destinationsOf(
  known: readonly KnownDestination[],
  region: string,
  countryName: CountryNamer,
): Destination[] {
  return known.flatMap((entry) => {
    const parsed = parseAddress(entry.address, region);
    return parsed.ok ? [destinationOf(parsed.value, entry, countryName)] : [];
  });
}
