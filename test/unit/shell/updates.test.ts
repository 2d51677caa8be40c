import { describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import type { UpdateHindrance } from '../../../electron/config/update-policy';
import { err, ok, type Result } from '../../../electron/contract/result';
import { keepUpdates, type Updater } from '../../../electron/shell/updates';
import { managerState } from '../manager/manager-state';

type Answer = Result<string | null, { readonly cause: string }>;

const dayMs = 24 * 60 * 60 * 1000;
/** Lets every promise that can go on go on. */
const settled = () => new Promise((done) => setImmediate(done));

interface Start {
  readonly on?: boolean;
  readonly hindrance?: UpdateHindrance | null;
}

/** The updates with an updater that answers when the test says so. */
function updates({ on = true, hindrance = null }: Start = {}) {
  let setting: 'on' | 'off' = on ? 'on' : 'off';
  let inTheWay = hindrance;
  let busy = false;
  let now = 1000;
  let tell = () => {};
  let loads = 0;
  let broken: string | null = null;
  const did: string[] = [];
  const checks: { found: (version: string) => void; answer: (answer: Answer) => void }[] = [];
  const timers = new Set<{ at: number; done: () => void }>();
  const updater: Updater = {
    check: (found) =>
      new Promise((answer) => {
        checks.push({ found, answer });
      }),
    restart: () => did.push('restart'),
    allow: (allowed) => did.push(allowed ? 'allowed' : 'forbidden'),
  };
  const effective = () => ({
    settings: { ...builtInSettings, updates: setting },
    sources: managerState({}).sources,
    networkSources: managerState({}).networkSources,
  });
  const kept = keepUpdates({
    settings: {
      current: effective,
      onChanged: (listener) => {
        tell = () => listener(effective());
        return () => {
          tell = () => {};
        };
      },
    },
    hindrance: () => inTheWay,
    load: () => {
      loads += 1;
      return broken === null ? Promise.resolve(updater) : Promise.reject(new Error(broken));
    },
    clock: {
      now: () => now,
      after: (ms, done) => {
        const timer = { at: now + ms, done };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    busy: () => busy,
    changed: () => undefined,
    fault: (text) => did.push(text),
  });
  kept.start();
  return {
    ...kept,
    did,
    checks: () => checks.length,
    loads: () => loads,
    found: (version: string) => checks.at(-1)?.found(version),
    answer: async (answer: Answer) => {
      checks.at(-1)?.answer(answer);
      await settled();
    },
    breakLoading: (cause: string | null) => {
      broken = cause;
    },
    set: async (changed: 'on' | 'off') => {
      setting = changed;
      tell();
      await settled();
    },
    hinder: async (why: UpdateHindrance | null) => {
      inTheWay = why;
      tell();
      await settled();
    },
    beBusy: (is: boolean) => {
      busy = is;
    },
    pass: async (ms: number) => {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.done();
      }
      await settled();
    },
    timers: () => timers.size,
  };
}

describe('updates that are off', () => {
  it('load nothing and ask nobody, also when they are asked for', async () => {
    const parts = updates({ on: false });
    parts.check();
    await parts.pass(3 * dayMs);
    expect(parts.loads()).toBe(0);
    expect(parts.timers()).toBe(0);
    expect(parts.state()).toEqual({ kind: 'off' });
  });

  it.each(['kiosk', 'development', 'installed-otherwise', 'no-feed'] as const)(
    'stay off because of %s, whatever is set',
    async (hindrance) => {
      const parts = updates({ hindrance });
      parts.check();
      await settled();
      expect(parts.loads()).toBe(0);
      expect(parts.state()).toEqual({ kind: 'unavailable', why: hindrance });
    },
  );
});

describe('updates that are on', () => {
  it('look at the start and once a day', async () => {
    const parts = updates();
    await settled();
    expect(parts.state()).toEqual({ kind: 'checking' });
    await parts.answer(ok(null));
    expect(parts.state()).toEqual({ kind: 'current', at: 1000 });
    await parts.pass(dayMs - 1);
    expect(parts.checks()).toBe(1);
    await parts.pass(1);
    expect(parts.checks()).toBe(2);
    expect(parts.loads()).toBe(1);
  });

  it('look when they are asked to, and then a day later; not twice at a time', async () => {
    const parts = updates();
    await settled();
    parts.check();
    await settled();
    expect(parts.checks()).toBe(1);
    await parts.answer(ok(null));
    await parts.pass(dayMs / 2);
    parts.check();
    await settled();
    await parts.answer(ok(null));
    expect(parts.checks()).toBe(2);
    await parts.pass(dayMs / 2);
    expect(parts.checks()).toBe(2);
    await parts.pass(dayMs / 2);
    expect(parts.checks()).toBe(3);
  });

  it('bring a new version and say so', async () => {
    const parts = updates();
    await settled();
    parts.found('1.2.0');
    expect(parts.state()).toEqual({ kind: 'downloading', version: '1.2.0' });
    await parts.answer(ok('1.2.0'));
    expect(parts.state()).toEqual({ kind: 'ready', version: '1.2.0' });
    // What lies ready stays so, whatever the next look comes to.
    await parts.pass(dayMs);
    expect(parts.state()).toEqual({ kind: 'ready', version: '1.2.0' });
    await parts.answer(err({ cause: 'net::ERR_INTERNET_DISCONNECTED' }));
    expect(parts.state()).toEqual({ kind: 'ready', version: '1.2.0' });
    await parts.pass(dayMs);
    await parts.answer(ok('1.3.0'));
    expect(parts.state()).toEqual({ kind: 'ready', version: '1.3.0' });
  });

  it('say why there was no answer, and try again the next day', async () => {
    const parts = updates();
    await settled();
    await parts.answer(err({ cause: 'x'.repeat(1000) }));
    expect(parts.state()).toEqual({ kind: 'failed', cause: 'x'.repeat(300), at: 1000 });
    await parts.pass(dayMs);
    await parts.answer(ok(null));
    expect(parts.state()).toMatchObject({ kind: 'current' });
  });

  it('say why the updater could not be loaded', async () => {
    const parts = updates({ on: false });
    parts.breakLoading('no such module');
    await parts.set('on');
    expect(parts.state()).toMatchObject({ kind: 'failed', cause: 'no such module' });
    parts.breakLoading(null);
    parts.check();
    await settled();
    expect(parts.state()).toEqual({ kind: 'checking' });
  });

  it('are called off at once when they are switched off, and nothing is installed then', async () => {
    const parts = updates();
    await settled();
    parts.found('1.2.0');
    await parts.set('off');
    expect(parts.did).toEqual(['forbidden']);
    expect(parts.state()).toEqual({ kind: 'off' });
    await parts.answer(ok('1.2.0'));
    expect(parts.state()).toEqual({ kind: 'off' });
    expect(parts.timers()).toBe(0);
    expect(parts.restart()).toEqual({ ok: false, error: { code: 'nothing-ready' } });

    await parts.set('on');
    expect(parts.did).toEqual(['forbidden', 'allowed']);
    expect(parts.checks()).toBe(2);
  });

  it('end where the administrator makes a kiosk of Baton', async () => {
    const parts = updates();
    await settled();
    await parts.answer(ok('1.2.0'));
    await parts.hinder('kiosk');
    expect(parts.did).toEqual(['forbidden']);
    expect(parts.state()).toEqual({ kind: 'unavailable', why: 'kiosk' });
    expect(parts.restart().ok).toBe(false);
  });

  it('end with Baton', async () => {
    const parts = updates();
    await settled();
    await parts.answer(ok(null));
    parts.close();
    expect(parts.timers()).toBe(0);
  });
});

describe('the restart', () => {
  it('installs what is ready, and never while an attempt is held or under way', async () => {
    const parts = updates();
    await settled();
    expect(parts.restart()).toEqual({ ok: false, error: { code: 'nothing-ready' } });
    await parts.answer(ok('1.2.0'));
    parts.beBusy(true);
    expect(parts.restart()).toEqual({ ok: false, error: { code: 'busy' } });
    expect(parts.did).toEqual([]);
    parts.beBusy(false);
    expect(parts.restart().ok).toBe(true);
    expect(parts.did).toEqual(['restart']);
  });
});
