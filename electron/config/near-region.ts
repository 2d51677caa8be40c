import { isKnownRegion } from '../directory/address';

/**
 * The region that is meant by two letters that are none: those that people use, such as UK, and those
 * of countries that are no more, as Unicode's list of names for the same territory has them; null
 * where it has none.
 */
export function nearRegion(written: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(written)) return null;
  const { region } = new Intl.Locale(`und-${written}`);
  return region !== undefined && isKnownRegion(region) ? region : null;
}
