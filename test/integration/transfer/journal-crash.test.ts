import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { campaignTable, crashCampaign, type Campaign } from '../../crash/campaign';
import { attemptSteps } from '../../crash/steps';

/** Every named place once, and about as many lives that end at random. */
const lives = 34;

let folder: string;
let campaign: Campaign;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-crash-'));
  campaign = await crashCampaign(folder, lives, 20_250_304);
  process.stdout.write(`${campaignTable(campaign)}\n`);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const killedAt = (place: string) => {
  const tally = campaign.tallies.find((candidate) => candidate.place === place);
  if (tally === undefined) throw new Error(`nothing was killed at ${place}`);
  return tally;
};

describe('Baton killed at any moment of an attempt', () => {
  it('sends at most once, loses and invents nothing, and sends nothing when it is started again', () => {
    expect(campaign.violations).toEqual([]);
    expect(campaign.attempts).toBeGreaterThan(0);
    expect(campaign.posts).toBeGreaterThan(0);
  });

  it.each(attemptSteps)('was killed %s with an attempt under way', (step) => {
    const { lives: killed, none } = killedAt(step);
    expect(killed).toBeGreaterThan(0);
    expect(none).toBe(0);
  });

  it('has no trace of an attempt whose intent was not written, and no POST of it', () => {
    expect(killedAt('before-intent')).toMatchObject({ posts: 0, accepted: 0, unknown: 0 });
  });

  it.each(['after-intent', 'before-post'])('sent nothing %s, and says unknown', (step) => {
    const { lives: killed, unknown, posts } = killedAt(step);
    expect(unknown).toBe(killed);
    expect(posts).toBe(0);
  });

  it.each(['bytes-handed', 'request-arrived', 'answer-received', 'before-outcome'])(
    'sent once and says unknown when it was cut off at %s',
    (step) => {
      const { lives: killed, unknown, posts } = killedAt(step);
      expect(unknown).toBe(killed);
      expect(posts).toBe(killed);
    },
  );

  it('says accepted when the outcome was written', () => {
    const { lives: killed, accepted } = killedAt('after-outcome');
    expect(accepted).toBe(killed);
  });
});
