import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../run-program.mjs';

const LIMIT_MS = 120_000;
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Lets Electron's npm package download its own binary, within two minutes. A failure is remembered
 * for a day, so that a place without that download does not wait for it at every start.
 * @param {string} project
 * @param {object} options
 * @param {boolean} options.insist try although it failed within the last day
 * @param {(line: string) => void} options.say
 * @param {number} [options.limitMs]
 * @param {number} [options.now] milliseconds since 1970
 * @returns {Promise<boolean>} whether the binary is there now
 */
export async function downloadOfficial(
  project,
  { insist, say, limitMs = LIMIT_MS, now = Date.now() },
) {
  const memory = join(project, '.cache', 'runtime', 'official-download-failed');
  const script = join(project, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return false;
  if (!insist && failedWithinADay(memory, now)) return false;
  say("Downloading Electron's official binary (two minutes at most)");
  const install = await runProgram(process.execPath, [script], { cwd: project, limitMs });
  if (install.code === 0) {
    rmSync(memory, { force: true });
    return true;
  }
  say(
    install.timedOut
      ? 'The download took too long. BATON_RETRY_DOWNLOAD=1 tries again before tomorrow.'
      : 'The download cannot be had here. BATON_RETRY_DOWNLOAD=1 tries again before tomorrow.',
  );
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, String(now));
  return false;
}

/**
 * @param {string} memory
 * @param {number} now
 */
function failedWithinADay(memory, now) {
  try {
    const age = now - Number(readFileSync(memory, 'utf8'));
    return age >= 0 && age < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}
