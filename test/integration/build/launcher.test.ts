import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesktop } from '../../../build/desktop.mjs';
import type { Desktop } from '../../../build/desktop.mjs';
import { performPracticeTransfer } from '../../../build/practice-transfer/perform.mjs';
import { stubLauncher } from './stub-launcher';

describe('the launcher, and the practice transfer that drives it', { timeout: 180_000 }, () => {
  let stub: Awaited<ReturnType<typeof stubLauncher>>;
  let desktop: Desktop;
  let pictures: string;

  beforeAll(async () => {
    stub = await stubLauncher();
    desktop = await startDesktop({ compositor: true });
    pictures = mkdtempSync(join(tmpdir(), 'baton-pictures-'));
  }, 180_000);

  afterAll(async () => {
    await desktop.dispose();
    await stub.remove();
    rmSync(pictures, { recursive: true, force: true });
  }, 60_000);

  it('runs the project on a real Electron, as this user and with the arguments passed on', async () => {
    const version = await desktop.run(stub.file, ['--print-version'], { limitMs: 60_000 });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(version.code).toBe(0);
  });

  it('presses the shortcut, types, sends, and shows the exchange without the credential', async () => {
    const { exchange, screenshots } = await performPracticeTransfer(
      desktop,
      { command: stub.file, args: [] },
      pictures,
    );
    expect(exchange).toContain('POST /v1/stub HTTP/1.1\n');
    expect(exchange).toContain('{"to":"+14155550101"}');
    expect(exchange).toContain('authorization: Basic ********\n');
    expect(exchange).not.toContain('bm90LW1hc2tlZA');
    const sizes = await desktop.run('identify', ['-format', '%wx%h ', ...screenshots]);
    expect(sizes.stdout).toBe('1280x800 1280x800 ');
  });

  it('names the step that failed and what Baton wrote last', async () => {
    const refused = performPracticeTransfer(
      desktop,
      { command: stub.file, args: ['--refuse'] },
      pictures,
    );
    await expect(refused).rejects.toThrow(
      /Wait for the outcome: It was not accepted: baton: attempt refused[^]*practice-line:/u,
    );
  });
});
