import { describe, expect, it } from 'vitest';

import { nearRegion } from '../../../electron/config/near-region';

describe('the region that is meant', () => {
  it.each([
    ['UK', 'GB'],
    ['uk', 'GB'],
    ['SU', 'RU'],
    ['DD', 'DE'],
    ['GB', 'GB'],
  ])('by %j is %j', (written, region) => {
    expect(nearRegion(written)).toBe(region);
  });

  it.each(['XX', 'ZZ', 'EN', 'QU', 'AQ', '', 'U', 'GBR', 'United Kingdom', '-x', 'u1'])(
    'is not known by %j',
    (written) => {
      expect(nearRegion(written)).toBeNull();
    },
  );
});
