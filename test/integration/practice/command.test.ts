import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';

import { runPracticeCli } from '../../../electron/practice/command';
import { practiceLine } from './client';

const exec = promisify(execFile);

interface Run {
  readonly ended: Promise<0 | 1>;
  readonly printed: string[];
  readonly complaints: string[];
  /** Resolves once something printed matches. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): void;
}

function run(...argv: string[]): Run {
  const stop = new AbortController();
  const printed: string[] = [];
  const complaints: string[] = [];
  const changes = new EventTarget();
  const ended = runPracticeCli(argv, {
    print: (text) => {
      printed.push(text);
      changes.dispatchEvent(new Event('printed'));
    },
    complain: (text) => complaints.push(text),
    stop: stop.signal,
    platform: 'linux',
  });
  return {
    ended,
    printed,
    complaints,
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(printed.join('\n'));
        if (match !== null) return match;
        await once(changes, 'printed');
      }
    },
    stop: () => stop.abort(),
  };
}

describe('the practice line run alone', () => {
  it('prints what a client needs, and a curl command that works as printed', async () => {
    const running = run('--port=0');
    const [greeting] = await running.until(/^The practice line is ready[^]*/);
    expect(greeting).toMatch(/URL +http:\/\/127\.0\.0\.1:\d+\n/);
    expect(greeting).toMatch(/PHLO id +[0-9a-f-]{36}\n/);
    expect(greeting).toMatch(/Node id +[0-9a-f-]{36}\n/);
    expect(greeting).toMatch(/Auth ID +MA[A-Z0-9]{18}\n/);
    const token = /Auth token +([A-Za-z0-9]{40})\n/.exec(greeting)?.[1] ?? '';
    expect(greeting).toMatch(/Trigger source +\+14155550100\n/);

    const command = /^ +(curl .*)$/m.exec(greeting)?.[1] ?? '';
    expect(command).not.toContain('Content-Type');
    const { stdout } = await exec('sh', ['-c', command]);
    expect(stdout).toMatch(/^HTTP\/1\.1 201 Created\r\n/);
    expect(stdout).toMatch(/"error":""\}$/);

    await running.until(/< 201 Created/);
    const shown = running.printed.slice(1).join('\n');
    expect(shown).toContain('> Authorization: Basic ********');
    expect(shown).toContain('> Content-Type: application/x-www-form-urlencoded');
    expect(shown).toContain('"action":"cold_transfer"');
    expect(token).not.toBe('');
    expect(shown).not.toContain(token);

    running.stop();
    expect(await running.ended).toBe(0);
    await expect(exec('sh', ['-c', command])).rejects.toThrow(/Failed to connect|connect to/);
  });

  it('answers by the scenario that was asked for', async () => {
    const running = run('--scenario=429-retry-after', '--reason=data-message');
    const [, command = ''] = await running.until(/^ +(curl .*)$/m);
    const { stdout } = await exec('sh', ['-c', command]);
    running.stop();
    await running.ended;
    expect(stdout).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
    expect(stdout).toMatch(/retry-after: 5\r\n/i);
    expect(stdout).toMatch(/"data":\{"message":"Rate limit/);
  });

  it('can drop the connection of a real curl', async () => {
    const running = run('--scenario=drop');
    const [, command = ''] = await running.until(/^ +(curl .*)$/m);
    await expect(exec('sh', ['-c', command])).rejects.toMatchObject({ code: 52 });
    await running.until(/connection dropped, no answer/);
    running.stop();
    expect(await running.ended).toBe(0);
  });

  it('names every scenario in its help', async () => {
    const asked = run('--help');
    expect(await asked.ended).toBe(0);
    const help = asked.printed.join('\n');
    for (const name of ['--port', '--scenario', '429-retry-after', '401-text', 'never', 'drop']) {
      expect(help).toContain(name);
    }
  });

  it.each([
    [['--port=http'], '--port expects a whole number from 0 to 65535, and was given "http".'],
    [['--port=65536'], '--port expects a whole number from 0 to 65535, and was given "65536".'],
    [['--port='], '--port expects'],
    [['--port'], '--port'],
    [['--scenario=nice'], '--scenario expects one of accepted,'],
    [['--reason=rhyme'], '--reason expects one of error,'],
    [['--slow-ms=-1'], '--slow-ms expects a whole number'],
    [['--bogus'], '--bogus'],
    [['word'], 'word'],
  ])('complains about %o and ends with 1', async (argv, words) => {
    const refused = run(...argv);
    expect(await refused.ended).toBe(1);
    expect(refused.complaints.join('\n')).toContain(words);
    expect(refused.printed).toEqual([]);
  });

  it('complains about a taken port and ends with 1', async () => {
    const other = await practiceLine();
    const { port } = new URL(other.line.url);
    const refused = run(`--port=${port}`);
    expect(await refused.ended).toBe(1);
    expect(refused.complaints.join('\n')).toContain(`Port ${port} is taken`);
    await other.line.close();
  });
});

describe('the built command, by plain Node', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-practice-'));
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL('../../../electron/practice/cli.ts', import.meta.url)),
        outDir: folder,
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'practice-cli.cjs' } },
      },
    });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (...argv: string[]) =>
    spawn(process.execPath, [join(folder, 'practice-cli.cjs'), ...argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends with 0 on %s', async (signal) => {
    const child = start('--port=0');
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    while (!output.includes('Ctrl+C ends it.')) await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends with 1 and a text on a bad argument', async () => {
    const child = start('--port=many');
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(complaint).toContain('--port expects a whole number');
  });
});
