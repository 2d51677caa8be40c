import { PhoneNumberUtil, ShortNumberInfo } from 'google-libphonenumber';
import { describe, expect, it } from 'vitest';

import { loadEmergencyNumbers } from '../../../electron/directory/emergency';

const util = PhoneNumberUtil.getInstance();
const info = ShortNumberInfo.getInstance();
const threeDigits = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'));
/** Every three-digit emergency number of every region that the metadata know. */
const known = util
  .getSupportedRegions()
  .map((region) => ({
    region,
    numbers: threeDigits.filter((n) => info.isEmergencyNumber(n, region)),
  }))
  .filter(({ numbers }) => numbers.length > 0);

describe('an emergency number', () => {
  it('is known of most regions of the world', () => {
    expect(known.length).toBeGreaterThan(200);
  });

  it('is refused in every region: as it stands, behind 0 and 9, and behind the country code', async () => {
    const isEmergency = await loadEmergencyNumbers();
    const missed = known.flatMap(({ region, numbers }) => {
      const code = util.getCountryCodeForRegion(region);
      return numbers
        .flatMap((number) => [
          number,
          `0${number}`,
          `9${number}`,
          `+${code}${number}`,
          `00${code}${number}`,
          `+${code} 0 ${number}`,
          ` ${number.slice(0, 1)}-${number.slice(1)} `,
          `tel:${number}`,
        ])
        .filter((text) => !isEmergency(text, region))
        .map((text) => `${region} ${text}`);
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ['9 911', 'US'],
    ['９１１', 'US'],
    ['٩١١', 'US'],
    ['+44 999', 'US'],
    ['011 44 999', 'US'],
    ['9 011 44 999', 'US'],
    ['112', 'DE'],
    ['911#', 'US'],
    ['(911)', 'US'],
    ['+911', 'US'],
    ['+9911', 'US'],
  ])('is recognised in %j dialled from %s', async (text, region) => {
    const isEmergency = await loadEmergencyNumbers();
    expect(isEmergency(text, region)).toBe(true);
  });

  it.each([
    ['+14155550134', 'US'],
    ['4155550911', 'US'],
    ['9115550134', 'US'],
    ['+442079460958', 'GB'],
    ['0209110112', 'GB'],
    ['2042', 'US'],
    ['999', 'US'],
    ['5911', 'US'],
    ['44999', 'US'],
    ['4004999', 'US'],
    ['911', 'ZZ'],
    ['', 'US'],
    ['Maria', 'US'],
    ['', 'GN'],
    ['sip:alice@phone.plivo.com', 'GN'],
    ['sip:alice@phone.plivo.com', 'US'],
    ['agent911@phone.plivo.com', 'US'],
    ['sip:alice112@phone.plivo.com', 'GB'],
    ['Room 911', 'US'],
    ['team 112', 'DE'],
    ['agent911', 'US'],
    ['911x', 'US'],
  ])('is not seen in %j dialled from %s', async (text, region) => {
    const isEmergency = await loadEmergencyNumbers();
    expect(isEmergency(text, region)).toBe(false);
  });
});
