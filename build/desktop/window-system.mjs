import { runProgram } from '../run-program.mjs';
import { pollUntil } from './poll-until.mjs';

const READY_MS = 30_000;
const BACKGROUND = '#cfd6da';

/**
 * Starts an X server on a display of its own choice.
 * @param {import('./owned-processes.mjs').OwnedProcesses} processes
 * @param {NodeJS.ProcessEnv} env
 * @param {string} screen width x height x depth
 * @returns {Promise<string>} the display, such as ":3"
 */
export async function startDisplay(processes, env, screen) {
  const server = await processes.start(
    'Xvfb',
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    { env, extraPipe: 3 },
  );
  const pipe = server.child.stdio[3];
  let text = '';
  pipe?.on('data', (chunk) => (text += String(chunk)));
  // The server writes the number once it accepts connections.
  await pollUntil(() => server.ended() || text.includes('\n'), { limitMs: READY_MS, everyMs: 10 });
  if (!/^\d+\n/u.test(text)) throw new Error(`Xvfb did not start. ${server.output()}`);
  return `:${text.trim()}`;
}

/**
 * Starts the window manager, and paints the root window so that black in a screenshot means a
 * fault. hsetroot also leaves the pixmap that a compositor draws the background from.
 * @param {import('./owned-processes.mjs').OwnedProcesses} processes
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [config] file with its settings; its own when left out
 */
export async function startWindowManager(processes, env, config) {
  const settings = config === undefined ? [] : ['--config-file', config];
  const manager = await processes.start('openbox', 'openbox', ['--sm-disable', ...settings], {
    env,
  });
  await waitForWindow(manager, env, async () => {
    const check = await runProgram('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env });
    return check.stdout.includes('window id');
  });
  const painted = await runProgram('hsetroot', ['-solid', BACKGROUND], { env });
  if (painted.code !== 0) throw new Error(`The background was not painted. ${painted.stderr}`);
}

/**
 * Starts a compositor, which is what makes transparent windows transparent.
 * @param {import('./owned-processes.mjs').OwnedProcesses} processes
 * @param {NodeJS.ProcessEnv} env
 */
export async function startCompositor(processes, env) {
  const picom = await processes.start(
    'picom',
    'picom',
    ['--config', '/dev/null', '--backend', 'xrender'],
    { env },
  );
  // It names the window through which it takes the compositing selection.
  await waitForWindow(picom, env, async () => {
    const tree = await runProgram('xwininfo', ['-root', '-tree'], { env });
    return /"picom"/u.test(tree.stdout);
  });
}

/**
 * @param {import('./owned-processes.mjs').OwnedProcess} process
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<boolean>} probe
 */
export async function waitForWindow(process, env, probe) {
  const ready = await pollUntil(async () => process.ended() || (await probe()), {
    limitMs: READY_MS,
  });
  if (!ready || process.ended()) {
    throw new Error(`${process.name} did not start on ${env['DISPLAY']}. ${process.output()}`);
  }
}
