import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.mjs';

/**
 * How the built project is started.
 * @typedef {object} Launcher
 * @property {string} file one executable that takes Baton's arguments
 * @property {string} command what this process starts instead of the file,
 * @property {string[]} args before Baton's arguments: Windows starts no .cmd without a shell
 */

/**
 * Writes the launcher of the built project.
 * @param {string} project
 * @param {import('../runtime-resolver.mjs').Runtime} runtime
 * @param {NodeJS.Platform} platform
 * @returns {Promise<Launcher>}
 */
export async function writeLauncher(project, runtime, platform) {
  const folder = join(project, '.cache', 'launcher');
  mkdirSync(folder, { recursive: true });
  if (platform === 'win32') {
    const file = join(folder, 'baton.cmd');
    writeWhole(file, `@"${runtime.program}" "${project}" %*\r\n`, 0o644);
    return { file, command: runtime.program, args: [project] };
  }
  const file = join(folder, 'baton');
  const command =
    platform === 'linux'
      ? `${quote(await projectRuntime(project, runtime))} --no-sandbox`
      : `${quote(runtime.program)} ${quote(project)}`;
  // ELECTRON_RUN_AS_NODE comes from the terminals of editors that are Electrons themselves.
  writeWhole(file, `#!/bin/sh\nunset ELECTRON_RUN_AS_NODE\nexec ${command} "$@"\n`, 0o755);
  return { file, command: file, args: [] };
}

/**
 * A copy of the runtime, by hard links, that has the project as its app: some distributions have no
 * default app and ignore a path on the command line, and none may be changed where it lies.
 * @param {string} project
 * @param {import('../runtime-resolver.mjs').Runtime} runtime
 * @returns {Promise<string>} the program
 */
async function projectRuntime(project, runtime) {
  const folder = join(project, '.cache', 'app');
  const copy = join(folder, `electron-${runtime.version}`);
  const origin = join(copy, 'copied-from');
  const { mtimeMs, size } = statSync(runtime.program);
  const expected = [runtime.dist, project, mtimeMs, size].join('\n');
  const program = join(copy, 'electron');
  if (existsSync(program) && existsSync(origin) && readFileSync(origin, 'utf8') === expected) {
    return program;
  }
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'copying-'));
  try {
    const files = join(work, 'files');
    // Another file system takes no hard links.
    const linked = await runProgram('cp', ['-al', runtime.dist, files]);
    if (linked.code !== 0) {
      rmSync(files, { recursive: true, force: true });
      const copied = await runProgram('cp', ['-a', runtime.dist, files]);
      if (copied.code !== 0) throw new Error(`The runtime could not be copied. ${copied.stderr}`);
    }
    const app = join(files, 'resources', 'app');
    rmSync(app, { recursive: true, force: true });
    symlinkSync(project, app);
    writeFileSync(join(files, 'copied-from'), expected);
    rmSync(copy, { recursive: true, force: true });
    renameSync(files, copy);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return program;
}

/**
 * @param {string} file
 * @param {string} content
 * @param {number} mode
 */
function writeWhole(file, content, mode) {
  // Somebody else's Baton, set up and built, runs for whoever may read it.
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  writeFileSync(`${file}.new`, content);
  chmodSync(`${file}.new`, mode);
  renameSync(`${file}.new`, file);
}

/** @param {string} path as one word of a shell */
function quote(path) {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
