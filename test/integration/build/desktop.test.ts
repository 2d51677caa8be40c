import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDesktop } from '../../../build/desktop.mjs';
import type { Desktop, DesktopOptions } from '../../../build/desktop.mjs';
import { groupLives } from '../../../build/desktop/owned-processes.mjs';
import { pollUntil } from '../../../build/desktop/poll-until.mjs';
import { PROJECT } from '../../../build/project.mjs';

const ownedSchema = z.object({ home: z.string(), pids: z.array(z.number()) });
const started: Desktop[] = [];

async function start(options: DesktopOptions): Promise<Desktop> {
  const desktop = await startDesktop(options);
  started.push(desktop);
  return desktop;
}

const store = (desktop: Desktop, secret: string) =>
  desktop.run('secret-tool', ['store', '--label=test', 'service', 'desktop-test'], {
    input: secret,
    limitMs: 10_000,
  });

const lookup = (desktop: Desktop) =>
  desktop.run('secret-tool', ['lookup', 'service', 'desktop-test'], { limitMs: 10_000 });

afterEach(async () => {
  await Promise.all(started.splice(0).map((desktop) => desktop.dispose()));
});

describe('the private desktop', { timeout: 120_000 }, () => {
  it('has a tray host, a window manager, a compositor and an open keychain when it is there', async () => {
    const desktop = await start({ compositor: true });
    const names = await desktop.run('gdbus', [
      ...['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/'],
      ...['--method', 'org.freedesktop.DBus.ListNames'],
    ]);
    expect(names.stdout).toContain('org.kde.StatusNotifierWatcher');
    expect(names.stdout).toContain('org.freedesktop.secrets');
    expect((await desktop.run('wmctrl', ['-m'])).stdout).toContain('Openbox');
    expect((await desktop.run('xwininfo', ['-root', '-tree'])).stdout).toContain('"picom"');
    expect((await store(desktop, 'fake-token-for-tests-1')).code).toBe(0);
    expect((await lookup(desktop)).stdout).toBe('fake-token-for-tests-1');
  });

  it('keeps a locked keychain locked until it is unlocked with its password', async () => {
    const desktop = await start({ keychain: 'locked', panel: false });
    expect(await desktop.isKeychainLocked()).toBe(true);
    expect((await store(desktop, 'fake-token-for-tests-2')).code).not.toBe(0);
    expect(await desktop.isKeychainLocked()).toBe(true);
    await desktop.unlockKeychain();
    expect(await desktop.isKeychainLocked()).toBe(false);
    expect((await store(desktop, 'fake-token-for-tests-2')).code).toBe(0);
  });

  it('has no session bus at all without a keychain', async () => {
    const desktop = await start({ keychain: 'none' });
    expect(readdirSync(desktop.env['XDG_RUNTIME_DIR'] ?? '')).toEqual([]);
    const answer = await lookup(desktop);
    expect(answer.code).not.toBe(0);
    expect(answer.stderr).toContain('Could not connect');
  });

  it('runs beside another, each with a display, a bus and a keychain of its own', async () => {
    const [one, other] = await Promise.all([start({ panel: false }), start({ panel: false })]);
    expect(one.display).not.toBe(other.display);
    await store(one, 'fake-token-for-tests-3');
    expect((await lookup(one)).stdout).toBe('fake-token-for-tests-3');
    expect((await lookup(other)).stdout).toBe('');
  });

  it('lets go of a program that has ended: its id may be a stranger’s by then', async () => {
    const desktop = await start({ keychain: 'none' });
    const before = desktop.pids();
    const program = await desktop.start('a program of a test', 'sleep', ['infinity']);
    expect(desktop.pids()).toEqual([...before, program.pid]);
    const ended = once(program.child, 'exit');
    process.kill(program.pid);
    await ended;
    expect(desktop.pids()).toEqual(before);
  });

  it('leaves no process and no folder behind', async () => {
    const desktop = await startDesktop({ compositor: true });
    await desktop.start('a program of a test', 'xev', []);
    const pids = desktop.pids();
    expect(pids).toHaveLength(8);
    expect(pids.every(groupLives)).toBe(true);
    await desktop.dispose();
    expect(pids.filter(groupLives)).toEqual([]);
    expect(existsSync(desktop.home)).toBe(false);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'goes with its process when that is ended by %s',
    async (signal) => {
      const script = `
        const { startDesktop } = await import(${JSON.stringify(join(PROJECT, 'build/desktop.mjs'))});
        const { home, pids } = await startDesktop();
        process.stdout.write(JSON.stringify({ home, pids: pids() }));
        setInterval(() => {}, 1000);`;
      const owner = spawn(process.execPath, ['--input-type=module', '--eval', script]);
      const [text] = await once(owner.stdout, 'data');
      const { home, pids } = ownedSchema.parse(JSON.parse(String(text)));
      expect(pids.filter(groupLives)).toEqual(pids);
      owner.kill(signal);
      expect(await once(owner, 'exit')).toEqual([null, signal]);
      expect(await pollUntil(() => !pids.some(groupLives), { limitMs: 10_000 })).toBe(true);
      expect(existsSync(home)).toBe(false);
    },
  );
});
