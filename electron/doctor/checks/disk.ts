import { access, constants, statfs } from 'node:fs/promises';

import type { Finding } from '../../contract/doctor';
import { finding } from '../check-up';

const mebibyte = 1024 * 1024;
/** Below the first the journal may soon find no room; below the second it hardly does. Bytes. */
const low = 200 * mebibyte;
const full = 10 * mebibyte;

/** What the free space of the user-data folder's disk means. */
export function spaceFinding(folder: string, free: number): Finding {
  const code = free < full ? 'disk-full' : free < low ? 'disk-low' : 'disk-room';
  return finding(code, { folder, free });
}

/** Whether Baton can write to its folder, and how much room there is. */
export async function checkDisk(folder: string): Promise<Finding> {
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return finding(code === 'ENOENT' ? 'disk-missing' : 'disk-unwritable', { folder, cause: code });
  }
  const { bavail, bsize } = await statfs(folder);
  return spaceFinding(folder, bavail * bsize);
}
