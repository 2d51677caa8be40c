import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fillerOf = (disk: string) => join(disk, 'filler');

/** Takes every byte that a disk has left. */
export function fillDisk(disk: string): void {
  const filler = fillerOf(disk);
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // No room for so much: half of it is tried next.
    }
  }
}

/** Gives them back. */
export const freeDisk = (disk: string): void => rmSync(fillerOf(disk));

/** What starts a program on a disk of its own. */
interface SmallDisk {
  /** Where the disk is, as the program sees it. */
  readonly folder: string;
  /** Started in the place of the program. */
  readonly program: string;
  /** The disk from outside, while the process with that id runs. */
  readonly seenFrom: (pid: number) => string;
}

/**
 * A disk of 32 MiB in a mount namespace, where nobody but the program started by `program` has it, and
 * in which even a person who is not root may mount.
 * @param place an existing folder
 * @param program the program that is started, in the same process
 */
export function smallDisk(place: string, program: string): SmallDisk {
  const folder = join(place, 'disk');
  mkdirSync(folder);
  const starter = join(place, 'on-small-disk');
  const own = process.getuid?.() === 0 ? '' : '--user --map-root-user';
  const inside = `mount -t tmpfs -o size=32m,mode=700 tmpfs "$0" && exec "$@"`;
  writeFileSync(
    starter,
    `#!/bin/sh\nexec unshare ${own} --mount sh -c '${inside}' '${folder}' '${program}' "$@"\n`,
  );
  chmodSync(starter, 0o700);
  return { folder, program: starter, seenFrom: (pid) => `/proc/${pid}/root${folder}` };
}
