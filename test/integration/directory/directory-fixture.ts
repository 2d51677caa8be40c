import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach } from 'vitest';

import type { DirectoryService } from '../../../electron/directory/directory-service';
import { openDirectory } from '../../../electron/directory/threaded-directory';

export interface Opened {
  readonly directory: DirectoryService;
  readonly folder: string;
  readonly store: string;
  /** What the thread's faults were, in order. */
  readonly faults: string[];
  /** Waits until something is so; it is asked at every change of the directory. */
  readonly until: (expected: () => boolean) => Promise<void>;
}

export interface Wanted {
  readonly program: string;
  readonly folder?: string;
  readonly files?: (folder: string) => readonly string[];
  readonly region?: () => string;
}

const opened: { directory: DirectoryService; folder: string }[] = [];

afterEach(async () => {
  for (const { directory, folder } of opened.splice(0)) {
    await directory.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'baton-directory-'));

/** A directory on a real disk, with its real threads. It is closed after the test. */
export function openFixture({ program, folder = newFolder(), files, region }: Wanted): Opened {
  const faults: string[] = [];
  const listeners = new Set<() => void>();
  const store = join(folder, 'directory.json');
  const directory = openDirectory({
    program,
    store,
    files: () => files?.(folder) ?? [],
    region: region ?? (() => 'US'),
    clock: {
      now: Date.now,
      after: (ms, done) => {
        const timer = setTimeout(done, ms);
        return () => clearTimeout(timer);
      },
    },
    changed: () => {
      for (const listener of listeners) listener();
    },
    fault: (cause) => faults.push(cause),
  });
  opened.push({ directory, folder });
  const until = async (expected: () => boolean) => {
    if (expected()) return;
    await new Promise<void>((resolve) => {
      const listener = () => {
        if (!expected()) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  };
  return { directory, folder, store, faults, until };
}

/** Names that are found for a text, best first. */
export async function namesFor({ directory }: Pick<Opened, 'directory'>, text: string) {
  const { rows } = await directory.search({ text, address: null, limit: 50 });
  return rows.map(({ person }) => person.name);
}

/** Waits until the sources have been read once. */
export async function whenReady({ directory, until }: Opened): Promise<void> {
  await until(() => directory.summary().ready);
}
