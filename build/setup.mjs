import { spawn } from 'node:child_process';
import { PROJECT } from './project.mjs';
import { resolveRuntime } from './runtime-resolver.mjs';
import { writeLauncher } from './runtime/launcher.mjs';
import { thisHost } from './set-up/host.mjs';
import {
  installNodeModules,
  mayInstallNodeModules,
  nodeModulesAreInstalled,
} from './set-up/node-modules.mjs';
import { planSetUp } from './set-up/plan.mjs';
import { ensureBuilt } from './set-up/project-build.mjs';
import {
  findMissingPackages,
  neededPackages,
  packagingPackages,
} from './set-up/system-packages.mjs';

/** Set-up cannot be carried through here, and changed nothing. Its message is for the person. */
export class SetUpRefused extends Error {}

/**
 * What a command needs of the machine.
 * @typedef {object} Needs
 * @property {boolean} runtime an Electron, and the libraries that it loads
 * @property {boolean} desktop a private virtual desktop
 * @property {boolean} [packaging] what packages are made with
 */

/**
 * Makes sure that everything is there that a command needs: node modules by the lockfile, packages
 * of the system, an Electron, and the build. Whatever cannot be installed is found before anything
 * is. Does nothing, and says nothing but which Electron it took, when all is there.
 * @param {Needs} needs
 * @param {import('./set-up/host.mjs').Host} [host]
 * @returns {Promise<import('./runtime/launcher.mjs').Launcher | null>} null when no runtime was asked for
 */
export async function ensureSetUp(needs, host = thisHost()) {
  const needed = [
    ...(needs.runtime ? neededPackages(host, needs.desktop) : []),
    ...(needs.packaging === true ? packagingPackages(host) : []),
  ];
  const modulesInstalled = nodeModulesAreInstalled(PROJECT);
  const plan = planSetUp(host, {
    missingPackages: await findMissingPackages(host, needed),
    nodeModulesWritable: modulesInstalled || mayInstallNodeModules(PROJECT),
  });
  if (plan.kind === 'refuse') throw new SetUpRefused(plan.lines.join('\n'));

  for (const command of plan.install) {
    say(command.join(' '));
    await runInstaller(command);
  }
  if (!modulesInstalled) {
    say('Installing node modules by the lockfile');
    await installNodeModules(PROJECT);
  }
  const launcher = needs.runtime ? await prepareRuntime(host) : null;
  await ensureBuilt(PROJECT, say);
  return launcher;
}

/** @param {import('./set-up/host.mjs').Host} host */
async function prepareRuntime({ platform, arch }) {
  const runtime = await resolveRuntime({ project: PROJECT, platform, arch, env: process.env, say });
  return await writeLauncher(PROJECT, runtime, platform);
}

/**
 * Runs a command's main function; what it throws becomes a message on stderr and exit code 1.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Set-up speaks on stderr only: stdout belongs to the command. @param {string} line */
function say(line) {
  process.stderr.write(`baton: ${line}\n`);
}

/** @param {readonly string[]} command */
function runInstaller([program = '', ...args]) {
  const child = spawn(program, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${program} failed; its own words are above.`));
    });
  });
}
