import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { checkShortcut, type ShortcutPort } from '../../../electron/doctor/checks/shortcut';

const accelerator = 'Control+Alt+B';

function waiting(registered: string | null = accelerator) {
  const listeners = new Set<() => void>();
  const skip = new AbortController();
  const over = new AbortController();
  const asked: string[] = [];
  const port: ShortcutPort = {
    registered: () => registered,
    wanted: () => accelerator,
    onPress: (pressed) => {
      listeners.add(pressed);
      return () => listeners.delete(pressed);
    },
    skipped: skip.signal,
    patienceMs: 60_000,
  };
  const found = checkShortcut(port, {
    signal: over.signal,
    asks: (_, shortcut) => asked.push(shortcut),
  });
  const press = () => {
    for (const listener of listeners) listener();
  };
  return { found, asked, listeners, press, skip: () => skip.abort(), end: () => over.abort() };
}

describe('the check of the shortcut', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const facts = { shortcut: accelerator };

  it('asks for a press: that it was granted is not enough', async () => {
    const { found, asked, press, listeners } = waiting();
    expect(asked).toEqual([accelerator]);
    press();
    expect(await found).toEqual({ code: 'shortcut-works', facts });
    expect(listeners.size).toBe(0);
  });

  it('says so when no press arrives in time', async () => {
    const { found, listeners } = waiting();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await found).toEqual({ code: 'shortcut-silent', facts });
    expect(listeners.size).toBe(0);
  });

  it('claims nothing where the press is skipped, or the check-up ends', async () => {
    const skipped = waiting();
    skipped.skip();
    expect((await skipped.found).code).toBe('shortcut-skipped');
    const ended = waiting();
    ended.end();
    expect((await ended.found).code).toBe('shortcut-skipped');
    expect(ended.listeners.size).toBe(0);
  });

  it('asks for nothing where the system refused the shortcut', async () => {
    const { found, asked } = waiting(null);
    expect(await found).toEqual({ code: 'shortcut-refused', facts });
    expect(asked).toEqual([]);
  });

  it('cannot be made by a program that does not hold the shortcut', async () => {
    const turn = { signal: new AbortController().signal, asks: () => undefined };
    expect((await checkShortcut(null, turn)).code).toBe('shortcut-window');
  });
});
