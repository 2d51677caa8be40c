import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { delayLeft, noTries } from '../../../electron/kiosk/pin-delay';
import { pinRecordIn } from '../../../electron/kiosk/pin-record';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-pin-'));
  file = join(folder, 'kiosk-pin.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the record of wrong PINs', () => {
  it('is read back as it was written, by another Baton', async () => {
    const tries = { wrong: 4, last: 1_800_000_000_000 };
    expect(await pinRecordIn(file).write(tries)).toEqual({ ok: true, value: undefined });
    expect(pinRecordIn(file).read(0)).toEqual(tries);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ version: 1, ...tries });
  });

  it('is closed to others', async () => {
    await pinRecordIn(file).write(noTries);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is empty where there is none yet', () => {
    expect(pinRecordIn(file).read(5)).toEqual(noTries);
  });

  it.each(['', '{', '{"version":1,"wrong":-1,"last":0}', '{"version":2}', '[]', '\0\0\0'])(
    'counts as many wrong ones where it is damaged: %j',
    (content) => {
      writeFileSync(file, content);
      const now = 1_800_000_000_000;
      expect(delayLeft(pinRecordIn(file).read(now), now)).toBe(15 * 60_000);
    },
  );

  it('says why it cannot be written', async () => {
    mkdirSync(file);
    const written = await pinRecordIn(file).write(noTries);
    expect(written).toMatchObject({ ok: false, error: { cause: expect.stringMatching(/EISDIR/) } });
  });
});
