import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} where the program lies inside an Electron distribution
 */
export function electronProgram(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} dist the folder of a distribution
 * @param {NodeJS.Platform} platform
 * @returns {{ program: string, version: string } | null} null when no Electron lies there
 */
export function readDistribution(dist, platform) {
  const program = join(dist, electronProgram(platform));
  if (!existsSync(program)) return null;
  try {
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/u, '');
    return { program, version };
  } catch {
    return { program, version: 'unknown' };
  }
}
