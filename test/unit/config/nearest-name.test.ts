import { describe, expect, it } from 'vitest';

import { nearestName } from '../../../electron/config/nearest-name';

const known = ['region', 'shortcut', 'line', 'lines', 'to'];

describe('the nearest known name', () => {
  it.each([
    ['regoin', 'region'],
    ['Region', 'region'],
    ['shrtct', 'shortcut'],
    ['liness', 'lines'],
    ['lien', 'line'],
    ['too', 'to'],
  ])('to %s is %s', (written, meant) => {
    expect(nearestName(written, known)).toBe(meant);
  });

  it.each(['lang', 'colour', '', 'v', 'x'.repeat(100_000)])('to %.20s is none', (written) => {
    expect(nearestName(written, known)).toBeNull();
  });
});
