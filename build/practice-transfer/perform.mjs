import { join } from 'node:path';
import { pollUntil } from '../desktop/poll-until.mjs';
import { formatExchange, parseExchange } from './exchange.mjs';
import { readLines } from './program-lines.mjs';
import { screenshotsOf } from './screenshots.mjs';
import { shortcutKeys } from './shortcut-keys.mjs';

/** A number of the range kept for fiction. */
const DESTINATION = '+14155550101';

/**
 * @typedef {object} PracticeTransfer
 * @property {string} exchange request and answer, readable, without credentials
 * @property {[typed: string, outcome: string]} screenshots
 */

/**
 * Performs one transfer on the practice line, as a person would: another window has the focus, the
 * shortcut is pressed, a number typed, Enter pressed.
 * @param {import('../desktop.mjs').Desktop} desktop
 * @param {{ command: string, args: readonly string[] }} baton how Baton is started
 * @param {string} folder where the screenshots go
 * @returns {Promise<PracticeTransfer>} rejects with the step that failed and what Baton wrote last
 */
export async function performPracticeTransfer(desktop, baton, folder) {
  let step = 'Start Baton';
  const ownFolder = baton.args.some((one) => /^--user-data-dir(=|$)/u.test(one));
  const running = await desktop.start('Baton', baton.command, [
    // Whatever line the arguments configure: nobody's real call is transferred for a trial.
    '--practice',
    '--practice-trace',
    ...(ownFolder ? [] : [`--user-data-dir=${join(desktop.home, 'baton')}`]),
    ...baton.args,
  ]);
  const lines = readLines(running.child);
  const screen = screenshotsOf(desktop);
  try {
    step = 'Wait for tray and shortcut';
    const ready = await lines.waitFor('"baton: ready"', /^baton: ready\b/u, 60_000);
    const shortcut = /\bshortcut=(\S+)/u.exec(ready)?.[1] ?? 'none';
    if (shortcut === 'none') throw new Error('The system refused the shortcut.');

    step = 'Focus another window';
    await focusAnotherWindow(desktop);

    step = 'Open the popup by its shortcut';
    await xdotool(desktop, 'key', shortcutKeys(shortcut));
    await lines.waitFor('"baton: popup shown"', /^baton: popup shown/u);
    await waitForFocusOf(desktop, running.pid);
    const empty = await screen.settled({});

    step = 'Type the number';
    await xdotool(desktop, 'type', '--delay', '20', DESTINATION);
    const typed = await screen.settled({ unlike: empty.file });
    if (!typed.changed) throw new Error('The typed number did not appear on the screen.');
    const typedFile = screen.keep(typed.file, join(folder, '1-number-typed.png'));

    step = 'Send it with Enter';
    await xdotool(desktop, 'key', 'Return');
    const trace = await lines.waitFor(
      'The request at the practice line',
      /^practice-line: .*"method":\s*"POST"/u,
    );

    step = 'Wait for the outcome';
    const outcome = await lines.waitFor('"baton: attempt …"', /^baton: attempt \S/u);
    if (outcome !== 'baton: attempt accepted') throw new Error(`It was not accepted: ${outcome}`);
    // A key press keeps the popup open, which closes by itself soon after it was accepted.
    await xdotool(desktop, 'key', 'shift');
    const shown = await screen.settled({ unlike: typed.file, limitMs: 5000 });
    if (!shown.changed) throw new Error('The outcome did not appear on the screen.');
    const outcomeFile = screen.keep(shown.file, join(folder, '2-outcome.png'));

    step = 'Read the trace';
    const exchange = parseExchange(trace);
    if (exchange === null) throw new Error(`This is no exchange: ${trace}`);

    step = 'Quit Baton';
    await quit(running);
    return { exchange: formatExchange(exchange), screenshots: [typedFile, outcomeFile] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${step}: ${reason}\nBaton wrote last:\n${running.output()}`, { cause: error });
  }
}

/** @param {import('../desktop.mjs').Desktop} desktop */
async function focusAnotherWindow(desktop) {
  const name = 'Another program';
  await desktop.start(name, 'xev', [
    '-name',
    name,
    '-geometry',
    '500x300+60+60',
    '-event',
    'focus',
  ]);
  const search = ['search', '--onlyvisible', '--name', `^${name}$`];
  const visible = await pollUntil(async () => (await desktop.run('xdotool', search)).code === 0, {
    limitMs: 15_000,
  });
  if (!visible) throw new Error('The other window did not open.');
  await xdotool(desktop, ...search, 'windowactivate', '--sync');
}

/**
 * @param {import('../desktop.mjs').Desktop} desktop
 * @param {number} pid
 */
async function waitForFocusOf(desktop, pid) {
  const focused = await pollUntil(
    async () => {
      const owner = await desktop.run('xdotool', ['getwindowfocus', 'getwindowpid']);
      return owner.stdout.trim() === String(pid);
    },
    { limitMs: 15_000 },
  );
  if (!focused) throw new Error('The popup did not get the focus.');
}

/** @param {import('../desktop/owned-processes.mjs').OwnedProcess} running */
async function quit(running) {
  running.child.kill('SIGTERM');
  if (await pollUntil(running.ended, { limitMs: 15_000 })) return;
  throw new Error('It did not end within 15 s.');
}

/**
 * @param {import('../desktop.mjs').Desktop} desktop
 * @param {...string} args
 */
async function xdotool(desktop, ...args) {
  const done = await desktop.run('xdotool', args, { limitMs: 30_000 });
  if (done.code !== 0) throw new Error(`xdotool ${args.join(' ')}: ${done.stderr || 'no answer'}`);
}
