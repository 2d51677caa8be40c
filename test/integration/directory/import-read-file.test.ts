import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readNamedFile } from '../../../electron/directory/import/read-file';
import { withFolder } from '../../support/own-folder';

const largest = 64 * 1024 * 1024;
const error = (code: string, cause?: string) => ({
  ok: false,
  error: cause === undefined ? { code } : { code, cause },
});

describe('a directory file on disk', () => {
  it('is read whole, also through a symbolic link', async () => {
    await withFolder(async (folder) => {
      const bytes = Buffer.alloc(300_000, 'name,number\n');
      await writeFile(join(folder, 'people.csv'), bytes);
      await symlink(join(folder, 'people.csv'), join(folder, 'link.csv'));
      for (const name of ['people.csv', 'link.csv']) {
        const read = await readNamedFile(join(folder, name));
        expect(read.ok && Buffer.compare(bytes, read.value)).toBe(0);
      }
    });
  });

  it('may be empty', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'empty.csv'), '');
      const read = await readNamedFile(join(folder, 'empty.csv'));
      expect(read.ok && read.value.length).toBe(0);
    });
  });

  it('has 64 MB at most', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'large.csv');
      await writeFile(path, '');
      await truncate(path, largest + 1);
      expect(await readNamedFile(path)).toEqual(error('file-too-large'));
      await truncate(path, largest);
      const read = await readNamedFile(path);
      expect(read.ok && read.value.length).toBe(largest);
    });
  });

  it('is absent where nothing is, or a file stands for a folder', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'file'), '');
      expect(await readNamedFile(join(folder, 'none.csv'))).toEqual(error('file-absent', 'ENOENT'));
      expect(await readNamedFile(join(folder, 'file', 'none.csv'))).toEqual(
        error('file-absent', 'ENOTDIR'),
      );
    });
  });

  it('is no folder, device, socket or pipe, and a pipe holds nothing up', async () => {
    await withFolder(async (folder) => {
      const pipe = join(folder, 'pipe.csv');
      const socket = join(folder, 'socket.csv');
      execFileSync('mkfifo', [pipe]);
      await mkdir(join(folder, 'folder.csv'));
      await symlink(pipe, join(folder, 'link.csv'));
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(socket, resolve));
      const paths = [
        pipe,
        join(folder, 'link.csv'),
        join(folder, 'folder.csv'),
        '/dev/zero',
        socket,
      ];
      for (const path of paths) {
        expect(await readNamedFile(path)).toEqual(error('no-plain-file'));
      }
      await new Promise((resolve) => server.close(resolve));
    });
  });

  it('that may not be read is refused with the cause', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'loop.csv');
      await symlink(path, path);
      expect(await readNamedFile(path)).toEqual(error('file-unreadable', 'ELOOP'));
    });
  });
});
