import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { runProgram } from '../../build/run-program.mjs';
import { project, withCommand, withoutSession } from '../support/command';
import { expect, test } from '../support/fixtures';
import { journalEndings } from '../support/journal-rows';
import { configFor, fake, version } from '../support/line';
import { withFolder } from '../support/own-folder';
import { registeredItems, TrayItem } from '../support/tray-item';

// A whole desktop is started, used and ended.
test.describe.configure({ timeout: 120_000 });

/** Width and height of a PNG file, from its header. */
function pngSize(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  expect(bytes.subarray(-8, -4).toString('latin1')).toBe('IEND');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const sentSchema = z.strictObject({
  action: z.literal('cold_transfer'),
  to: z.string(),
  role: z.literal('agent'),
  trigger_source: z.string(),
});
const answerSchema = z.object({ api_id: z.uuid(), error: z.literal('').optional() });

/** Reads what `npm start` prints of the practice transfer. */
function readExchange(stdout: string) {
  const [, request = '', body = '', status = '', answer = ''] =
    /^(POST [^]*?)\n\n([^\n]*)\n\nHTTP\/1\.1 (\d+)[^]*?\n\n([^]*?)\n\nScreenshots:\n/m.exec(
      stdout,
    ) ?? [];
  const [requestLine = '', ...headers] = request.split('\n');
  return {
    requestLine,
    headers: new Map(
      headers.map((line) => [line.split(': ')[0]?.toLowerCase(), line.replace(/^[^:]*: /, '')]),
    ),
    body: sentSchema.parse(JSON.parse(body)),
    status: Number(status),
    answer: answerSchema.parse(JSON.parse(answer)),
    screenshots: (stdout.split('Screenshots:\n')[1] ?? '').trim().split('\n'),
  };
}

test('npm start with an option that only prints needs no desktop', async () => {
  const args = ['build/start.mjs', '--version'];
  await withCommand(process.execPath, args, withoutSession(), async (start) => {
    expect(await start.ended(), start.stderr()).toBe(0);
    expect(start.stdout()).toBe(`Baton ${version}\n`);
  });
});

test('npm start without a display performs one practice transfer and shows what happened', async () => {
  await withCommand(process.execPath, ['build/start.mjs'], withoutSession(), async (start) => {
    expect(await start.ended(), start.stderr()).toBe(0);
    const { requestLine, headers, body, status, answer, screenshots } = readExchange(
      start.stdout(),
    );
    expect(requestLine).toMatch(/^POST \/v1\/phlo\/[^/]+\/multi_party_call\/[^/]+ HTTP\/1\.1$/);
    expect(headers.get('authorization')).toMatch(/^Basic \*+$/);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('user-agent')).toBe(`Baton/${version}`);
    expect(headers.get('host')).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(body).toMatchObject({ to: '+14155550101', trigger_source: '+14155550100' });
    expect(status).toBe(201);
    expect(answer.api_id).not.toBe('');
    expect(start.stdout().match(/^POST /gm)).toHaveLength(1);

    expect(screenshots).toHaveLength(2);
    for (const file of screenshots) {
      expect(pngSize(file)).toEqual({ width: 1280, height: 800 });
    }
    const [typed = '', outcome = ''] = screenshots.map((file) => readFileSync(file, 'base64'));
    expect(typed).not.toBe(outcome);
  });
});

test('npm start passes its arguments on, and no request leaves for a line that they configure', async ({
  server,
}) => {
  await withFolder(async (folder) => {
    const userData = join(folder, 'user-data');
    const file = join(folder, 'config.json');
    const config = configFor(server.url, { shortcut: 'Control+Alt+M' });
    writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
    const args = ['start', '--', `--user-data-dir=${userData}`, `--config=${file}`];
    await withCommand('npm', args, withoutSession(), async (start) => {
      expect(await start.ended(), start.stderr()).toBe(0);
      const { headers, status } = readExchange(start.stdout());
      expect(status).toBe(201);
      expect(headers.get('host')).not.toBe(new URL(server.url).host);
      expect(start.stdout()).not.toContain(fake.authToken);
    });
    expect(journalEndings(userData)).toMatchObject([
      { address: '+14155550101', outcome: 'accepted' },
    ]);
    expect(server.requests).toEqual([]);
    expect(server.connections()).toBe(0);
  });
});

test('npm start with a display puts Baton into the tray and opens its popup once', async ({
  desktop,
}) => {
  await withFolder(async (userData) => {
    const args = ['build/start.mjs', `--user-data-dir=${userData}`];
    const env = { ...withoutSession(), ...desktop.env };
    await withCommand(process.execPath, args, env, async (start) => {
      await start.printed(/^baton: popup shown$/m);
      await TrayItem.on(desktop);
      await expect
        .poll(async () => {
          const { stdout } = await desktop.run('xdotool', ['getwindowfocus', 'getwindowname']);
          return stdout.trim();
        })
        .toBe('Baton');
      expect(start.stdout().match(/popup shown/g)).toHaveLength(1);
      expect(start.stdout()).not.toContain('No display here');

      // It runs in the foreground, and ends with the command.
      start.signal('SIGTERM');
      expect(await start.ended(), start.stderr()).toBe(0);
      expect(start.stdout().match(/popup shown/g)).toHaveLength(1);
    });
    await expect.poll(() => registeredItems(desktop)).toEqual([]);
  });
});

test('Ctrl+C in the terminal of npm start ends Baton in order', async ({ desktop }) => {
  await withFolder(async (userData) => {
    const args = ['build/start.mjs', `--user-data-dir=${userData}`];
    const env = { ...withoutSession(), ...desktop.env };
    await withCommand(process.execPath, args, env, async (start) => {
      await start.printed(/^baton: popup shown$/m);
      start.signalAll('SIGINT');
      expect(await start.ended(), start.stderr()).toBe(0);
    });
    await expect.poll(() => registeredItems(desktop)).toEqual([]);
  });
});

test('npm run practice prints all that a client needs, and its curl command works as printed', async () => {
  const args = ['run', 'practice', '--', '--port=0'];
  await withCommand('npm', args, withoutSession(), async (practice) => {
    const [, command = ''] = await practice.printed(/^ +(curl .+)$/m);
    const printed = (name: string) =>
      new RegExp(`^ +${name} +(\\S+)$`, 'm').exec(practice.stdout())?.[1] ?? '';
    expect(printed('URL')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(printed('Auth ID')).toMatch(/^MA[A-Z0-9]{18}$/);
    for (const name of ['PHLO id', 'Node id', 'Auth token', 'Trigger source']) {
      expect(printed(name), name).not.toBe('');
    }
    expect(command).toContain(printed('URL'));

    const curl = await runProgram('sh', ['-c', command], { cwd: project, limitMs: 20_000 });
    expect(curl.code, curl.stderr).toBe(0);
    expect(curl.stdout).toMatch(/^HTTP\/1\.1 201 /);
    const [, answer = ''] = curl.stdout.split('\r\n\r\n');
    expect(answerSchema.parse(JSON.parse(answer)).api_id).not.toBe('');
    await practice.printed(/^> POST \//m);
  });
});
