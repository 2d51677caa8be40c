import { statSync } from 'node:fs';

/** How a file is now, in one text: another one means that it was changed, replaced, or came or went. */
export function fileState(path: string): string {
  try {
    const { dev, ino, size, mtimeMs } = statSync(path);
    return `${dev}:${ino}:${size}:${mtimeMs}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
