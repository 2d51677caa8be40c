import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { runProgram } from '../../build/run-program.mjs';
import { launcherPath, type Desktop } from '../support/baton';
import { closedPort } from '../support/closed-port';
import { writeJournal } from '../support/history-journal';
import { samples } from '../support/history-samples';
import { configFor } from '../support/line';
import { expect, test } from '../support/own-desktop';
import { withFolder } from '../support/own-folder';
import { commandsOfPage } from '../support/page-commands';
import { hasKeys } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { Traces } from '../support/traces';

const limitMs = 60_000;

/** Runs Baton where there is neither a display nor a session bus. */
async function runWithoutDisplay(home: string, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: home };
  return await runProgram(launcherPath(), args, { env, cwd: home, limitMs });
}

/** Runs it on a desktop, and gives what was found by its codes, with the whole report. */
async function diagnose(desktop: Desktop, folder: string, ...args: readonly string[]) {
  const file = join(folder, `report-${readdirSync(folder).length}.txt`);
  const { code, stdout } = await desktop.run(
    launcherPath(),
    [`--diagnostics=${file}`, `--user-data-dir=${join(folder, 'user-data')}`, ...args],
    { limitMs },
  );
  const report = readFileSync(file, 'utf8');
  return { code, stdout, report, codes: codesOf(report) };
}

const codesOf = (report: string) =>
  [...report.matchAll(/^\[\w+\] .* \(([a-z0-9-]+)\)$/gm)].map(([, code]) => code);

/**
 * Names, sizes and times of everything below a folder. Of the history the name alone: this process
 * wrote it, and SQLite moves its log into the file when it is freed.
 */
function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/-(?:shm|wal)$/.test(name))
    .map((name) => {
      if (name.startsWith('journal.sqlite')) return name;
      const { size, mtimeMs } = lstatSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();
}

test('--diagnostics writes a report without a display, in which nothing private is found', async () => {
  await withFolder(async (folder) => {
    const home = join(folder, 'home', 'canaryhome');
    const userData = join(home, 'data');
    mkdirSync(userData, { recursive: true });
    writeJournal(userData, samples());
    const config = join(home, 'config.json');
    const canaries = {
      authId: 'MAFAKE0CANARY0000001',
      authToken: 'fake-token-for-tests-canary-0123456789',
      phloId: 'cafe0000-7910-4447-b16f-canary000001',
      nodeId: 'canary-node-0001',
      name: 'Canary support line',
      triggerSource: '+14155550147',
      person: 'Canaria Alvarez',
      number: '+16285550119',
      sip: 'sip:canaryuser123456789012@phone.plivo.com',
      proxyUser: 'canary-proxy-user',
      proxyPassword: 'canary-proxy-password',
    };
    const { authId, authToken, phloId, nodeId, name, triggerSource } = canaries;
    const proxy = `http://${canaries.proxyUser}:${canaries.proxyPassword}@127.0.0.1:${await closedPort()}`;
    const line = { id: 'canary-line-id', name, phloId, nodeId, triggerSource };
    const content = {
      version: 1,
      defaults: {
        lines: [{ ...line, apiBaseUrl: 'https://phlorunner.plivo.invalid' }],
        network: { proxy, caFile: null },
        favourites: [
          { name: canaries.person, address: canaries.number, note: 'Canary team' },
          { name: 'Canary dispatch', address: canaries.sip },
        ],
        // A name that somebody typed where a key should be, and a value where another should.
        [canaries.person]: canaries.number,
      },
      credentials: { authId, authToken },
    };
    writeFileSync(config, JSON.stringify(content, null, 2), { mode: 0o600 });
    const args = ['--diagnostics=report.txt', `--config=${config}`, `--user-data-dir=${userData}`];
    const faulty = await runWithoutDisplay(home, ...args, '--kiosk');
    expect(faulty.code).toBe(2);
    const before = tree(userData);
    const { [canaries.person]: _, ...right } = content.defaults;
    writeFileSync(config, JSON.stringify({ ...content, defaults: right }), { mode: 0o600 });
    const { code, stdout, stderr } = await runWithoutDisplay(
      home,
      '--diagnostics=second.txt',
      ...args.slice(1),
    );
    expect(code).toBe(2);

    const reports = ['report.txt', 'second.txt'].map((file) =>
      readFileSync(join(home, file), 'utf8'),
    );
    expect(codesOf(reports[0] ?? '')).toEqual(
      expect.arrayContaining(['settings-faults', 'tray-kiosk', 'shortcut-kiosk']),
    );
    expect(codesOf(reports[1] ?? '')).toEqual([
      'versions-trial',
      'settings-good',
      'journal-good',
      'disk-room',
      'keychain-unavailable',
      'display-none',
      'tray-no-bus',
      'shortcut-window',
      'proxy-unreachable',
      'skipped-earlier',
      'skipped-earlier',
      'skipped-earlier',
      'skipped-earlier',
    ]);
    expect(statSync(join(home, 'second.txt')).mode & 0o777).toBe(0o600);
    expect(stdout).toContain('report written to');
    for (const text of reports) {
      expect(text.match(/.*canar.*/gi)).toBeNull();
      for (const secret of Object.values(canaries)) {
        expect(new Traces(secret).in(Buffer.from(text), 'report')).toEqual([]);
      }
      for (const digits of ['5550147', '5550119']) expect(text).not.toContain(digits);
    }
    // The terminal names the file, as it was asked to, and nothing else of anybody.
    const printed = `${stdout}${stderr}`.replaceAll(JSON.stringify(join(home, 'second.txt')), '');
    expect(printed).not.toMatch(/canar/i);
    // It looks, and changes nothing.
    expect(tree(userData)).toEqual(before);
    expect(readFileSync(config, 'utf8')).toContain(authToken);
  });
});

test('--diagnostics leaves alone what is there already, and follows no link', async () => {
  await withFolder(async (home) => {
    const file = join(home, 'report.txt');
    writeFileSync(file, 'somebody else’s');
    symlinkSync(join(home, 'behind'), join(home, 'link.txt'));
    for (const name of ['report.txt', 'link.txt', '.', 'no/way.txt']) {
      const { code, stdout, stderr } = await runWithoutDisplay(home, `--diagnostics=${name}`);
      expect(code, name).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain('baton: nothing was written');
    }
    expect(readFileSync(file, 'utf8')).toBe('somebody else’s');
    expect(existsSync(join(home, 'behind'))).toBe(false);
    expect(existsSync(join(home, '.config'))).toBe(false);
  });
});

test('--diagnostics works beside a Baton on the same folder, which goes on', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const baton = await startBaton({
      userData: join(folder, 'user-data'),
      config: realLine(server.url),
    });
    const { code, codes } = await diagnose(desktop, folder, `--config=${baton.configFile}`);
    expect(codes).toEqual([
      'versions-trial',
      'settings-good',
      'journal-good',
      'disk-room',
      'keychain-present',
      'display-x11',
      'tray-host',
      'shortcut-window',
      'proxy-none',
      'dns-number',
      'tls-plain',
      'clock-unknown',
      'plivo-unclear',
    ]);
    expect(code).toBe(2);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatch(/^GET /);
    await baton.pressShortcut();
    await hasKeys(baton);
  });
});

test('the desktop as it is: a locked keychain, no tray, no compositor, the proxy of the system', async ({
  ownDesktop,
}) => {
  const desktop = await ownDesktop({ keychain: 'locked', panel: false });
  await withFolder(async (folder) => {
    mkdirSync(join(folder, 'user-data'));
    const port = await closedPort();
    const config = join(folder, 'config.json');
    const { credentials: _, ...rest } = configFor('https://phlorunner.plivo.invalid', {
      authId: 'MAFAKE0EXAMPLE0BATON',
      network: { proxy: 'system' },
    });
    writeFileSync(config, JSON.stringify(rest), { mode: 0o600 });
    desktop.env['https_proxy'] = `http://127.0.0.1:${port}`;
    const { code, codes, report } = await diagnose(desktop, folder, `--config=${config}`);
    expect(code).toBe(2);
    expect(codes.slice(4, 9)).toEqual([
      'keychain-locked',
      'display-plain',
      'tray-none',
      'shortcut-window',
      'proxy-unreachable',
    ]);
    expect(report).toContain(`Proxy: http://127.0.0.1:${port}`);
    await desktop.unlockKeychain();
    const unlocked = await diagnose(desktop, folder, `--config=${config}`, '--practice');
    expect(unlocked.codes.slice(4, 5)).toEqual(['keychain-absent']);
    expect(unlocked.codes.slice(8)).toEqual(Array.from({ length: 5 }, () => 'skipped-practice'));
    expect(unlocked.code).toBe(0);
  });
});

test('a history that somebody changed, and one that was exported, without a display', async () => {
  await withFolder(async (home) => {
    const userData = join(home, 'data');
    mkdirSync(userData);
    writeJournal(userData, samples());
    const at = `--user-data-dir=${userData}`;
    const exported = await runWithoutDisplay(home, at, '--export-history=history.csv');
    expect(exported.code).toBe(0);
    expect(readFileSync(join(home, 'history.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(2);

    const { default: Database } = await import('libsql');
    const db = new Database(join(userData, 'journal.sqlite'));
    db.exec('UPDATE entries SET at = 0 WHERE seq = 1');
    db.close();
    const { code, stdout } = await runWithoutDisplay(home, at, '--diagnostics=report.txt');
    expect(code).toBe(2);
    expect(stdout).toContain('History: Somebody or something changed the history');
    const report = readFileSync(join(home, 'report.txt'), 'utf8');
    expect(codesOf(report)).toContain('journal-broken');
    expect(report).toContain('Entry: 1');
  });
});

test('every command of the page about troubles does what the page says', async ({ ownDesktop }) => {
  const desktop = await ownDesktop({});
  const blocks = commandsOfPage('troubleshooting.md');
  const data = join(desktop.home, '.config', 'Baton');
  mkdirSync(join(data, 'logs'), { recursive: true });
  writeJournal(data, samples());
  writeFileSync(join(data, 'logs', 'baton.log'), 'a line of the log\n');
  await withFolder(async (folder) => {
    const program = join(folder, 'baton');
    writeFileSync(program, `#!/bin/sh\nexec '${launcherPath()}' "$@"\n`, { mode: 0o755 });
    const outputs: string[] = [];
    for (const block of blocks) {
      const script = `set -eu; PATH='${folder}':$PATH; export PATH\n${block}`;
      const { code, stdout, stderr } = await desktop.run('sh', ['-c', script], { limitMs });
      expect({ block, code, stderr: code === 0 ? '' : stderr }).toEqual({
        block,
        code: 0,
        stderr: '',
      });
      outputs.push(stdout);
    }
    expect(outputs).toEqual([
      expect.stringContaining('report written to'),
      'a line of the log\n',
      '(true,)\n',
      expect.stringContaining('your settings:'),
      expect.stringContaining('history is as it was written'),
    ]);
    expect(statSync(join(desktop.home, 'baton-report.txt')).mode & 0o777).toBe(0o600);
  });
});
