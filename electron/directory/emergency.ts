import type { PhoneNumberUtil, ShortNumberInfo } from 'google-libphonenumber';

import { normalised } from './address';

/** Digits with which an office telephone asks for an outside line. */
const outsideLine = /^[09]/;
/** Digits and what people write between and around them; keypad signs among it. */
const dialling = /^[+\d\s().\-/#*,;\u2010-\u2015]*\d[+\d\s().\-/#*,;\u2010-\u2015]*$/;
/** Ways to dial abroad: what stands before a country code where no plus is written. */
const abroad = /^(?:\+|00|011)/;

/** The number itself, and what is left of it behind an outside-line digit. */
const behindOutsideLine = (digits: string): string[] =>
  outsideLine.test(digits) ? [digits, digits.slice(1)] : [digits];

/** Whether a text, as it was typed, would dial an emergency service of a region. */
export type EmergencyCheck = (text: string, region: string) => boolean;

let loading: Promise<EmergencyCheck> | null = null;

/** The emergency numbers of the world, loaded when they are first asked for. */
export function loadEmergencyNumbers(): Promise<EmergencyCheck> {
  loading ??= load();
  return loading;
}

/**
 * Loads the emergency numbers of the world: as they stand, behind an outside-line digit (0 or 9), or
 * behind a country code, then of that code's regions (docs/behaviour.md, "Checks"). The metadata are
 * those of google-libphonenumber's short numbers; they are large, and not needed before somebody
 * types.
 */
async function load(): Promise<EmergencyCheck> {
  const library = await import('google-libphonenumber');
  const util = library.PhoneNumberUtil.getInstance();
  const info = library.ShortNumberInfo.getInstance();
  const regionsByCode = groupByCode(util);
  return (text, region) => {
    const clean = normalised(text);
    // A name or a SIP address dials nothing, whatever digits are in it.
    if (!dialling.test(clean)) return false;
    const dialled = clean.replace(/[^\d+]/g, '');
    const local = behindOutsideLine(dialled.replace('+', ''));
    if (local.some((digits) => isEmergencyOf(info, util, digits, region))) return true;
    return behindOutsideLine(dialled)
      .filter((digits) => abroad.test(digits))
      .flatMap((digits) => nationalParts(digits.replace(abroad, ''), regionsByCode))
      .some(({ rest, regions }) =>
        regions.some((of) =>
          behindOutsideLine(rest).some((digits) => isEmergencyOf(info, util, digits, of)),
        ),
      );
  };
}

function isEmergencyOf(
  info: ShortNumberInfo,
  util: PhoneNumberUtil,
  digits: string,
  region: string,
): boolean {
  const known = util.getSupportedRegions().find((code) => code === region);
  return known !== undefined && info.isEmergencyNumber(digits, known);
}

type RegionsByCode = ReadonlyMap<number, readonly string[]>;

function groupByCode(util: PhoneNumberUtil): RegionsByCode {
  const regions = new Map<number, string[]>();
  for (const region of util.getSupportedRegions()) {
    const code = util.getCountryCodeForRegion(region);
    regions.set(code, [...(regions.get(code) ?? []), region]);
  }
  return regions;
}

/** Every way to split an international number into country code and rest, with the code's regions. */
function nationalParts(
  digits: string,
  regionsByCode: RegionsByCode,
): { readonly rest: string; readonly regions: readonly string[] }[] {
  return [1, 2, 3].map((length) => ({
    rest: digits.slice(length),
    regions: regionsByCode.get(Number(digits.slice(0, length))) ?? [],
  }));
}
