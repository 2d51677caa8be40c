import { spawnSync } from 'node:child_process';
import { readSync } from 'node:fs';
import { isatty } from 'node:tty';

import type { PinInput } from './kiosk-pin';

const stdin = 0;
/** Longest line that is read, in bytes: a PIN has far fewer. */
const longestLine = 1024;
const retryMs = 20;

/** One byte, or null at the end. A terminal that does not wait is asked again. */
function nextByte(): number | null {
  const buffer = Buffer.alloc(1);
  for (;;) {
    try {
      return readSync(stdin, buffer, 0, 1, null) === 0 ? null : (buffer[0] ?? null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EOF') return null;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryMs);
    }
  }
}

function readLine(): string | null {
  const bytes: number[] = [];
  for (let byte = nextByte(); byte !== null; byte = nextByte()) {
    if (byte === 0x0a) return text(bytes);
    if (bytes.length < longestLine) bytes.push(byte);
  }
  return bytes.length === 0 ? null : text(bytes);
}

const text = (bytes: readonly number[]) => Buffer.from(bytes).toString('utf8').replace(/\r$/, '');

/**
 * Standard input, read without waiting for events: the main script ends before Electron asks for a
 * display. On a terminal nothing that is typed is shown, where the system has `stty`.
 */
export function pinInput(): PinInput {
  const typed = isatty(stdin);
  const echo = (setting: 'echo' | '-echo') => {
    if (typed) spawnSync('stty', [setting], { stdio: ['inherit', 'ignore', 'ignore'] });
  };
  return {
    typed,
    line: (prompt) => {
      echo('-echo');
      if (typed) process.stderr.write(prompt);
      try {
        return readLine();
      } finally {
        echo('echo');
        if (typed) process.stderr.write('\n');
      }
    },
  };
}
