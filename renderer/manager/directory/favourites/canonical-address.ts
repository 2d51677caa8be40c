import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

const sip =
  /^(?:sips?:)?([A-Za-z0-9._+-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)((?::\d{1,5})?)$/iu;

/**
 * A number or SIP address as it is stored: E.164, or `sip:user@host`; null where it is neither. Main
 * has the last word when a transfer starts (docs/behaviour.md, "Addresses").
 * @param region two letters; numbers without a country code belong to it
 */
export function canonicalAddress(text: string, region: string): string | null {
  const clean = text.trim().replace(/^(?:tel|callto):/iu, '');
  const [, user, host, port] = sip.exec(clean) ?? [];
  if (user !== undefined && host !== undefined) {
    return host.includes('..') ? null : `sip:${user}@${host.toLowerCase()}${port ?? ''}`;
  }
  if (!/^[+\d(][\d\s().\-\u2010-\u2015/\u00a0\u202f]*$/u.test(clean)) return null;
  const number = parsePhoneNumberFromString(clean, {
    extract: false,
    ...(isSupportedCountry(region) ? { defaultCountry: region } : {}),
  });
  return number?.isPossible() === true ? number.number : null;
}

/** The address as a person reads it. */
export function readableAddress(address: string, region: string): string {
  if (/^sips?:/iu.test(address)) return address.replace(/^sips?:/iu, '');
  const canonical = canonicalAddress(address, region);
  return canonical === null
    ? address
    : (parsePhoneNumberFromString(canonical)?.formatInternational() ?? address);
}
