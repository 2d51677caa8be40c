import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { configErrorNotice, configErrorText } from '../../../electron/config/config-error';
import {
  noManagedConfig,
  readManagedFile,
  secretRefusedNotice,
} from '../../../electron/config/managed-file';
import { noticeSchema } from '../../../electron/contract/notices';

const authId = 'MAFAKE0EXAMPLE0BATON';
const authToken = 'fake-token-for-tests-0001';
const uid = process.getuid?.() ?? null;
const reader = { uid, platform: process.platform };

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-config-'));
  file = join(folder, 'baton.json');
});

afterEach(() => rm(folder, { recursive: true }));

async function write(content: unknown, mode = 0o600): Promise<void> {
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  await chmod(file, mode);
}

function refusal(path = file) {
  const config = readManagedFile(path, reader);
  if (config.ok) throw new Error('the file was taken');
  const notice = configErrorNotice(config.error);
  expect(noticeSchema.safeParse(notice).success).toBe(true);
  return { notice, text: configErrorText(config.error) };
}

function taken(by = reader) {
  const config = readManagedFile(file, by);
  if (!config.ok) throw new Error(configErrorText(config.error));
  return config.value;
}

describe('the administrator’s file', () => {
  it('gives its layers, its kiosk part and its credentials', async () => {
    await write({
      version: 1,
      defaults: { region: 'GB' },
      enforced: { theme: 'dark' },
      credentials: { authId, authToken },
      kiosk: { enabled: true },
    });
    expect(taken()).toEqual({
      config: {
        defaults: { region: 'GB', authId },
        enforced: { theme: 'dark' },
        credentials: { authId, tokenFile: null },
        secretRefused: null,
        kiosk: { enabled: true },
      },
      token: authToken,
    });
  });

  it('may say nothing at all but its version', async () => {
    await write({ version: 1 }, 0o644);
    expect(taken()).toEqual({ config: noManagedConfig, token: null });
  });

  it('names a certificate file relative to itself', async () => {
    await write({ version: 1, enforced: { network: { caFile: 'ca.pem', proxy: 'none' } } });
    const { enforced } = taken().config;
    expect(enforced.network).toEqual({ caFile: join(folder, 'ca.pem'), proxy: 'none' });
  });

  it('that is missing is an error with its name', async () => {
    const { notice, text } = refusal(join(folder, 'none.json'));
    expect(notice.code).toBe('config-unreadable');
    expect(readManagedFile(join(folder, 'none.json'), reader)).toMatchObject({
      error: { code: 'config-absent' },
    });
    expect(text).toBe(`${folder}/none.json: expected a file, and there is none`);
  });

  it('that is malformed is an error with file, line, column, key and expectation', async () => {
    await write('{ "version": 1,\n  "defaults": { "regoin": "US" } }');
    const { notice, text } = refusal();
    const expected = '"region", which is the nearest known key';
    expect(text).toBe(`${file}:2:17: defaults.regoin: expected ${expected}`);
    expect(notice).toEqual({
      code: 'config-malformed',
      params: { file, line: 2, column: 17, key: 'defaults.regoin', expected, count: 1 },
    });
  });

  it.each([0o620, 0o602, 0o666, 0o664])('of mode %o is refused whole', async (mode) => {
    await write({ version: 1, defaults: { region: 'GB' } }, mode);
    const { notice, text } = refusal();
    expect(notice.params).toMatchObject({ reason: 'writable-by-others', file });
    expect(notice.code).toBe('config-unsafe');
    expect(text).toContain(`mode ${mode.toString(8)}`);
  });

  it('is not reached through a symbolic link', async () => {
    await write({ version: 1 });
    const link = join(folder, 'link.json');
    await symlink(file, link);
    const { notice } = refusal(link);
    expect(notice).toMatchObject({ code: 'config-unsafe', params: { reason: 'symbolic-link' } });
  });

  it('is no folder', async () => {
    await mkdir(file);
    const { notice } = refusal();
    expect(notice).toMatchObject({ code: 'config-unsafe', params: { reason: 'not-a-file' } });
  });

  it('is no pipe, which would hold up the start for ever', async () => {
    execFileSync('mkfifo', ['-m', '600', file]);
    const { notice } = refusal();
    expect(notice).toMatchObject({ code: 'config-unsafe', params: { reason: 'not-a-file' } });
  });

  it('is not read beyond 1 MiB', async () => {
    await write(`{ "version": 1 } ${' '.repeat(1024 * 1024)}`);
    const { text } = refusal();
    expect(text).toBe(`${file}: expected a file of at most 1024 KiB`);
  });
});

describe('a token in the administrator’s file', () => {
  const content = {
    version: 1,
    defaults: { region: 'GB' },
    credentials: { authId, authToken },
  };

  function refused(by = reader) {
    const { config, token } = taken(by);
    expect(token).toBeNull();
    expect(JSON.stringify(config)).not.toContain(authToken);
    expect(config.defaults).toEqual({ region: 'GB', authId });
    if (config.secretRefused === null) throw new Error('the token was not refused');
    return config.secretRefused;
  }

  it.each([0o600, 0o400])('is taken at mode %o', async (mode) => {
    await write(content, mode);
    expect(taken().token).toBe(authToken);
  });

  it.each([0o644, 0o640, 0o604, 0o610])(
    'is refused alone at mode %o, and the rest is taken',
    async (mode) => {
      await write(content, mode);
      const refusedSecret = refused();
      expect(noticeSchema.parse(secretRefusedNotice(refusedSecret))).toEqual({
        code: 'config-secret-refused',
        params: {
          file,
          line: 1,
          column: JSON.stringify(content).indexOf(`"${authToken}"`) + 1,
          key: 'credentials.authToken',
          reason: 'readable-by-others',
          mode: mode.toString(8),
        },
      });
      expect(refusedSecret.fault.expected).toContain('chmod 600');
    },
  );

  it('is refused where owner and mode say nothing', async () => {
    await write(content, 0o600);
    expect(refused({ uid: null, platform: 'win32' }).reason).toBe('rights-unknown');
  });

  it('is missed by nobody where the file has none', async () => {
    await write({ version: 1, credentials: { authId } }, 0o644);
    expect(taken()).toMatchObject({ config: { secretRefused: null }, token: null });
  });
});
