import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { arbitraryArguments, arbitraryLink, arbitraryMessage } from '../support/arbitrary-starts';
import { launcherPath } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { withFolder } from '../support/own-folder';
import { hasKeys } from '../support/popup-window';
import { realLine } from '../support/real-line';

const messages = 400;
const processes = 20;

/** Names, sizes and times of everything below a folder. */
function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? {};
      return `${name} ${size} ${mtimeMs}`;
    })
    .toSorted();
}

/** As one instance hands it to another: what JSON cannot say does not arrive. */
function asHandedOver(message: unknown): string | null {
  const text: unknown = JSON.stringify(message, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return typeof text === 'string' ? text : null;
}

/** What a program can be started with: no null character, and no user-data folder of its own. */
const canBeStarted = (argv: readonly string[]) =>
  argv.every((one) => !one.includes('\0') && !one.startsWith('--user-data-dir'));

test('whatever second starts hand over: no POST, no crash, no file outside the user-data folder', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (sandbox) => {
    const home = join(sandbox, 'home');
    const userData = join(sandbox, 'user-data');
    const env = { HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
    mkdirSync(env.XDG_CONFIG_HOME, { recursive: true });
    // Sends at once: nothing but a missing Enter keeps it from sending.
    const config = realLine(server.url, { defaults: { holdBackSeconds: 0 } });
    const baton = await startBaton({ userData, config, env });
    const popup = await baton.page('popup');
    const start = async (...argv: readonly string[]) => {
      const set = Object.entries(env).map(([name, value]) => `${name}=${value}`);
      const args = [...set, launcherPath(), `--user-data-dir=${userData}`, ...argv];
      return await desktop.run('env', args, { limitMs: 30_000 });
    };
    // The first start of a program fills caches of the system's own libraries.
    expect((await start('--hidden')).code).toBe(0);
    const before = tree(home);

    const seed = Date.now();
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    const sampled = fc.sample(arbitraryMessage, { seed, numRuns: messages }).map(asHandedOver);
    await baton.app.evaluate(({ app }, texts) => {
      for (const text of texts) {
        app.emit('second-instance', {}, [], '/', text === null ? undefined : JSON.parse(text));
      }
    }, sampled);
    const started = fc.sample(
      fc
        .oneof(
          arbitraryArguments,
          arbitraryLink.map((link) => [link]),
        )
        .filter(canBeStarted),
      { seed, numRuns: processes },
    );
    for (const argv of started) {
      const { code } = await start(...argv);
      expect([0, 1], JSON.stringify(argv)).toContain(code);
    }

    expect(tree(home)).toEqual(before);
    // It goes on as ever: another start fills the field, and what is filled waits for Enter.
    expect((await start('--line=support', '--to=+14155550134')).code).toBe(0);
    await hasKeys(baton);
    await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
    expect(server.requests).toEqual([]);
    await baton.keys('Return');
    expect(await server.arrived(1)).toContain('"to":"+14155550134"');
    expect(server.requests).toHaveLength(1);
  });
});
