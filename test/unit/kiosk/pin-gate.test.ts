import { scryptSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import { noTries, type PinTries } from '../../../electron/kiosk/pin-delay';
import { PinGate } from '../../../electron/kiosk/pin-gate';
import type { PinRecord } from '../../../electron/kiosk/pin-record';
import { HandClock } from './hand-clock';

const salt = Buffer.alloc(16, 1);
const key = scryptSync('2468', salt, 32, { N: 16384, r: 8, p: 1 });
const hash = ['scrypt', 16384, 8, 1, salt.toString('base64'), key.toString('base64')].join('$');

/** A disk that a restart does not forget. */
class Disk implements PinRecord {
  tries: PinTries = noTries;
  full = false;
  readonly written: PinTries[] = [];
  read = () => this.tries;
  write = (tries: PinTries) => {
    if (this.full) return Promise.resolve(err({ cause: 'ENOSPC' }));
    this.tries = tries;
    this.written.push(tries);
    return Promise.resolve(ok(undefined));
  };
}

function gateOn(disk: Disk, clock = new HandClock(), pinHash: string | null = hash) {
  const faults: string[] = [];
  let changes = 0;
  const gate = new PinGate({
    hash: () => pinHash,
    record: disk,
    clock,
    changed: () => {
      changes += 1;
    },
    fault: (what) => faults.push(what),
  });
  return { gate, clock, faults, changes: () => changes };
}

async function wrong(gate: PinGate, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await gate.unlock('0000');
}

describe('the gate of the PIN', () => {
  it('opens with the right PIN, and forgets the slips before it', async () => {
    const disk = new Disk();
    const { gate } = gateOn(disk);
    await wrong(gate, 2);
    expect(disk.tries.wrong).toBe(2);
    expect(await gate.unlock('2468')).toEqual(ok(null));
    expect(disk.tries).toEqual(noTries);
  });

  it('takes no PIN during a delay, not even the right one, and says until when', async () => {
    const { gate, clock, changes } = gateOn(new Disk());
    await wrong(gate, 2);
    expect(gate.waitUntil).toBeNull();
    const until = clock.now() + 8000;
    expect(await gate.unlock('0000')).toEqual(err({ code: 'wrong', waitUntil: until }));
    expect(gate.waitUntil).toBe(until);
    expect(await gate.unlock('2468')).toEqual(err({ code: 'wait', waitUntil: until }));
    clock.pass(7999);
    expect(await gate.unlock('2468')).toEqual(err({ code: 'wait', waitUntil: until }));
    const told = changes();
    clock.pass(1);
    expect(changes()).toBe(told + 1);
    expect(gate.waitUntil).toBeNull();
    expect(await gate.unlock('2468')).toEqual(ok(null));
  });

  it('does not count what it did not look at', async () => {
    const disk = new Disk();
    const { gate } = gateOn(disk);
    await wrong(gate, 20);
    expect(disk.tries.wrong).toBe(3);
  });

  it('counts a try on disk before it is judged, so that a kill does not forget it', async () => {
    const disk = new Disk();
    const { gate } = gateOn(disk);
    await gate.unlock('2468');
    expect(disk.written.map((tries) => tries.wrong)).toEqual([1, 0]);
  });

  it('judges one at a time: a hundred at once are no way round the delay', async () => {
    const disk = new Disk();
    const { gate } = gateOn(disk);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => gate.unlock('0000')).concat(gate.unlock('2468')),
    );
    const codes = answers.map((answer) => (answer.ok ? 'open' : answer.error.code));
    expect(codes.slice(0, 3)).toEqual(['wrong', 'wrong', 'wrong']);
    expect(new Set(codes.slice(3))).toEqual(new Set(['wait']));
  });

  it('goes on waiting after a restart', async () => {
    const disk = new Disk();
    const clock = new HandClock();
    await wrong(gateOn(disk, clock).gate, 3);
    clock.pass(3000);
    const { gate } = gateOn(disk, clock);
    expect(gate.waitUntil).toBe(clock.now() + 5000);
    expect(await gate.unlock('2468')).toMatchObject({ ok: false, error: { code: 'wait' } });
    clock.pass(5000);
    expect(await gate.unlock('2468')).toEqual(ok(null));
  });

  it('is opened by no clock that is set, and locked for ever by none', async () => {
    const disk = new Disk();
    const clock = new HandClock();
    const { gate } = gateOn(disk, clock);
    await wrong(gate, 3);
    for (const wall of [clock.now() + 1e12, 0]) {
      clock.set(wall);
      expect(await gate.unlock('2468')).toMatchObject({ ok: false, error: { code: 'wait' } });
    }
    // Started again on a clock that is years behind: the whole delay, and no more than it.
    const later = gateOn(disk, clock).gate;
    expect(later.waitUntil).toBe(clock.now() + 8000);
    clock.pass(8000);
    expect(await later.unlock('2468')).toEqual(ok(null));
  });

  it('looks at no PIN that it cannot count, and says so in the log', async () => {
    const disk = new Disk();
    const { gate, clock, faults } = gateOn(disk);
    disk.full = true;
    const answer = await gate.unlock('2468');
    expect(answer).toEqual(err({ code: 'uncounted', waitUntil: clock.now() + 8000 }));
    expect(faults).toEqual(['a PIN could not be counted, and was not looked at']);
    disk.full = false;
    clock.pass(8000);
    expect(await gate.unlock('2468')).toEqual(ok(null));
  });

  it('opens for nobody where the administrator has set no PIN', async () => {
    const disk = new Disk();
    const { gate } = gateOn(disk, new HandClock(), null);
    expect(await gate.unlock('2468')).toMatchObject({ ok: false, error: { code: 'wrong' } });
    expect(disk.written).toEqual([]);
  });

  it('leaves no timer behind when it is closed', async () => {
    const { gate, clock } = gateOn(new Disk());
    await wrong(gate, 3);
    expect(clock.waiting).toBe(1);
    gate.close();
    expect(clock.waiting).toBe(0);
  });
});
