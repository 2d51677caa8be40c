import { describe, expect, it } from 'vitest';

import { checkedAt } from '../../../renderer/manager/account/checked-at';

const at = new Date(2031, 2, 1, 14, 31).getTime();

describe('when a check was made', () => {
  it('is said by the day on this computer', () => {
    expect(checkedAt(at, new Date(2031, 2, 1, 23, 59).getTime(), 'en')).toEqual({
      day: 'today',
      time: '14:31',
    });
    expect(checkedAt(at, new Date(2031, 2, 2, 0, 1).getTime(), 'en')).toEqual({
      day: 'yesterday',
      time: '14:31',
    });
    expect(checkedAt(at, new Date(2031, 2, 3, 0, 1).getTime(), 'en')).toEqual({
      day: 'earlier',
      date: 'Mar 1, 2031',
      time: '14:31',
    });
  });

  it('counts midnight as 00, not 24', () => {
    const midnight = new Date(2031, 2, 1, 0, 5).getTime();
    expect(checkedAt(midnight, midnight, 'en').time).toBe('00:05');
  });
});
