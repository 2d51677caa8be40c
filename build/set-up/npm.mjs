import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The npm that belongs to the running Node, so that no other version's npm on the PATH takes part.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
function findNpm() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env['npm_execpath'] ?? '',
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (script !== undefined) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * Runs npm. The user's own npm configuration (registry, cache, proxy) holds.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {'shown' | 'quiet'} chatter shown goes to stderr; quiet shows only errors, there too
 * @returns {Promise<boolean>} whether it succeeded
 */
export function runNpm(args, folder, chatter) {
  const npm = findNpm();
  // Its warnings are about engines of packages that are not run here.
  const child = spawn(npm.command, [...npm.args, ...args, '--loglevel=error'], {
    cwd: folder,
    shell: npm.shell,
    stdio: ['ignore', chatter === 'shown' ? 2 : 'ignore', 2],
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
