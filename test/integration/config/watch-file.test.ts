import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fileIdentity, watchFile } from '../../../electron/config/watch-file';
import { bundle } from '../../crash/bundle';

/** Never by its own looks: what is seen then was seen by an event. */
const byEvents = { look: 3_600_000, settle: 50, gone: 250 };

let folder: string;
let file: string;
let close: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-watch-'));
  file = join(folder, 'config.json');
  close = () => Promise.resolve();
});

afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

/** What the file held at each change that was told of; "gone" where it was not there. */
class Seen {
  readonly contents: string[] = [];
  readonly #path: string;
  #waiting: (() => void) | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  readonly note = () => {
    this.contents.push(this.#content());
    this.#waiting?.();
  };

  /** Resolves when it was told of this content, as the latest. */
  async until(content: string): Promise<void> {
    while (this.contents.at(-1) !== content) await this.#next();
  }

  /** Resolves when it is told once more. */
  async more(act: () => Promise<unknown>): Promise<void> {
    const next = this.#next();
    await act();
    await next;
  }

  async #next(): Promise<void> {
    await new Promise<void>((done) => {
      this.#waiting = done;
    });
  }

  #content(): string {
    try {
      return readFileSync(this.#path, 'utf8');
    } catch {
      return 'gone';
    }
  }
}

/** Watches as it is now, and comes back when the system's events arrive. */
async function watched(path = file): Promise<Seen> {
  const seen = new Seen(path);
  const watch = watchFile(path, await fileIdentity(path), seen.note, byEvents);
  ({ close } = watch);
  await watch.ready;
  return seen;
}

async function replace(content: string): Promise<void> {
  await writeFile(join(folder, 'new'), content);
  await rename(join(folder, 'new'), file);
}

describe('a watched file', () => {
  it('is seen when it is written in place, again and again', async () => {
    await writeFile(file, 'old');
    const seen = await watched();
    for (const content of ['first', 'second', 'third']) {
      await writeFile(file, content);
      await seen.until(content);
    }
  });

  it('is seen when another is renamed over it, again and again', async () => {
    await writeFile(file, 'old');
    const seen = await watched();
    for (const content of ['first', 'second', 'third']) {
      await replace(content);
      await seen.until(content);
    }
    expect(seen.contents).not.toContain('gone');
  });

  it('is seen when its rights change, as they decide whether it is taken', async () => {
    await writeFile(file, 'same');
    const seen = await watched();
    await seen.more(() => chmod(file, 0o640));
    expect(seen.contents).toEqual(['same']);
  });

  it('is not gone for an editor that moves it away and writes a new one', async () => {
    await writeFile(file, 'old');
    const seen = await watched();
    await rename(file, `${file}~`);
    await writeFile(join(folder, '.config.json.swp'), 'swap');
    await writeFile(file, 'edited');
    await unlink(join(folder, '.config.json.swp'));
    await seen.until('edited');
    expect(seen.contents).toEqual(['edited']);
  });

  it('is seen whole, not while it is still being written', async () => {
    await writeFile(file, 'old');
    const seen = await watched();
    for (const part of ['{', '{ "version"', '{ "version": 1 }']) await writeFile(file, part);
    await seen.until('{ "version": 1 }');
    expect(seen.contents).toEqual(['{ "version": 1 }']);
  });

  it('is seen when it goes, and when it comes back', async () => {
    await writeFile(file, 'old');
    const seen = await watched();
    await unlink(file);
    await seen.until('gone');
    await writeFile(file, 'back');
    await seen.until('back');
    await replace('and replaced');
    await seen.until('and replaced');
  });

  it('is seen when it comes for the first time, and its folder with it', async () => {
    const late = join(folder, 'etc', 'baton', 'config.json');
    const seen = await watched(late);
    await mkdir(join(folder, 'etc', 'baton'), { recursive: true });
    await writeFile(late, 'late');
    await seen.until('late');
    await rm(join(folder, 'etc'), { recursive: true });
    await seen.until('gone');
  });

  it('is looked at and not followed where it is a symbolic link', async () => {
    await writeFile(join(folder, 'target'), 'target');
    const seen = await watched();
    await symlink('target', file);
    await seen.until('target');
  });

  it('tells of nothing else that happens in its folder', async () => {
    await writeFile(file, 'same');
    const seen = await watched();
    await writeFile(join(folder, 'other.json'), 'other');
    await rename(join(folder, 'other.json'), join(folder, 'another.json'));
    await mkdir(join(folder, 'more'));
    await writeFile(file, 'changed');
    await seen.until('changed');
    expect(seen.contents).toEqual(['changed']);
  });

  it('is seen when what happened came between reading it and watching it', async () => {
    await writeFile(file, 'as read');
    const identity = await fileIdentity(file);
    await replace('as it is by now');
    const seen = new Seen(file);
    ({ close } = watchFile(file, identity, seen.note, byEvents));
    await seen.until('as it is by now');
  });
});

describe('a file system that is mounted late', () => {
  it('brings the file, though no event tells of it, and takes it away again', async () => {
    const source = fileURLToPath(new URL('./watching-program.ts', import.meta.url));
    const program = await bundle(source, folder);
    const mountPoint = join(folder, 'mnt');
    await mkdir(mountPoint);
    // A mount namespace of its own, so that nothing of it is left on this computer.
    const script = `
      set -eu
      "$1" "$2" "$3/config.json" &
      program=$!
      trap 'kill $program 2>/dev/null || true' EXIT
      read -r go
      mount -t tmpfs none "$3"
      printf mounted > "$3/config.json"
      read -r go
      umount "$3"
      read -r go
    `;
    const args = ['-rm', 'sh', '-c', script, 'sh', process.execPath, program, mountPoint];
    const child = spawn('unshare', args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      // Each answer asks for the next step; the end of input ends the script.
      if (said.length === 3) child.stdin.end();
      else child.stdin.write('go\n');
    }
    expect(said).toEqual(['watching', 'mounted', 'gone']);
  });
});
