import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { configErrorNotice, configErrorText } from '../../../electron/config/config-error';
import { readManagedFile } from '../../../electron/config/managed-file';
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

async function refusal(path = file) {
  const config = await readManagedFile(path, reader);
  if (config.ok) throw new Error('the file was taken');
  const notice = configErrorNotice(config.error);
  expect(noticeSchema.safeParse(notice).success).toBe(true);
  return { notice, text: configErrorText(config.error) };
}

async function taken(by = reader) {
  const config = await readManagedFile(file, by);
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
    expect(await taken()).toEqual({
      defaults: { region: 'GB', authId },
      enforced: { theme: 'dark' },
      credentials: { authId, authToken },
      secretRefused: null,
      kiosk: { enabled: true },
    });
  });

  it('may say nothing at all but its version', async () => {
    await write({ version: 1 }, 0o644);
    expect(await taken()).toEqual({
      defaults: {},
      enforced: {},
      credentials: null,
      secretRefused: null,
      kiosk: null,
    });
  });

  it('names a certificate file relative to itself', async () => {
    await write({ version: 1, enforced: { network: { caFile: 'ca.pem', proxy: 'none' } } });
    const { enforced } = await taken();
    expect(enforced.network).toEqual({ caFile: join(folder, 'ca.pem'), proxy: 'none' });
  });

  it('that is missing is an error with its name', async () => {
    const { notice, text } = await refusal(join(folder, 'none.json'));
    expect(notice.code).toBe('config-unreadable');
    expect(text).toBe(`${folder}/none.json: expected a file, and there is none`);
  });

  it('that is malformed is an error with file, line, column, key and expectation', async () => {
    await write('{ "version": 1,\n  "defaults": { "regoin": "US" } }');
    const { notice, text } = await refusal();
    const expected = '"region", which is the nearest known key';
    expect(text).toBe(`${file}:2:17: defaults.regoin: expected ${expected}`);
    expect(notice).toEqual({
      code: 'config-malformed',
      params: { file, line: 2, column: 17, key: 'defaults.regoin', expected, count: 1 },
    });
  });

  it.each([0o620, 0o602, 0o666, 0o664])('of mode %o is refused whole', async (mode) => {
    await write({ version: 1, defaults: { region: 'GB' } }, mode);
    const { notice, text } = await refusal();
    expect(notice.params).toMatchObject({ reason: 'writable-by-others', file });
    expect(notice.code).toBe('config-unsafe');
    expect(text).toContain(`mode ${mode.toString(8)}`);
  });

  it('is not reached through a symbolic link', async () => {
    await write({ version: 1 });
    const link = join(folder, 'link.json');
    await symlink(file, link);
    const { notice } = await refusal(link);
    expect(notice).toMatchObject({ code: 'config-unsafe', params: { reason: 'symbolic-link' } });
  });

  it('is no folder', async () => {
    await mkdir(file);
    const { notice } = await refusal();
    expect(notice).toMatchObject({ code: 'config-unsafe', params: { reason: 'not-a-file' } });
  });

  it('is no pipe, which would hold up the start for ever', async () => {
    execFileSync('mkfifo', ['-m', '600', file]);
    const { notice } = await refusal();
    expect(notice).toMatchObject({ code: 'config-unsafe', params: { reason: 'not-a-file' } });
  });

  it('is not read beyond 1 MiB', async () => {
    await write(`{ "version": 1 } ${' '.repeat(1024 * 1024)}`);
    const { text } = await refusal();
    expect(text).toBe(`${file}: expected a file of at most 1024 KiB`);
  });
});

describe('a token in the administrator’s file', () => {
  const content = {
    version: 1,
    defaults: { region: 'GB' },
    credentials: { authId, authToken },
  };

  it.each([0o600, 0o400])('is taken at mode %o', async (mode) => {
    await write(content, mode);
    expect((await taken()).credentials).toEqual({ authId, authToken });
  });

  it.each([0o644, 0o640, 0o604, 0o610])(
    'is refused alone at mode %o, and the rest is taken',
    async (mode) => {
      await write(content, mode);
      const config = await taken();
      expect(config.defaults).toEqual({ region: 'GB', authId });
      expect(config.credentials).toEqual({ authId, authToken: null });
      expect(noticeSchema.parse(config.secretRefused)).toEqual({
        code: 'config-secret-refused',
        params: {
          file,
          key: 'credentials.authToken',
          reason: 'readable-by-others',
          mode: mode.toString(8),
        },
      });
      expect(JSON.stringify(config)).not.toContain(authToken);
    },
  );

  it('is refused in a file of another owner, whatever its mode', async () => {
    await write(content, 0o600);
    const config = await taken({ ...reader, uid: (uid ?? 0) + 1 });
    expect(config.credentials).toEqual({ authId, authToken: null });
    expect(config.secretRefused?.params).toMatchObject({ reason: 'other-owner' });
    expect(config.defaults.region).toBe('GB');
  });

  it('is refused where owner and mode say nothing', async () => {
    await write(content, 0o600);
    const config = await taken({ uid: null, platform: 'win32' });
    expect(config.credentials).toEqual({ authId, authToken: null });
    expect(config.secretRefused?.params).toMatchObject({ reason: 'rights-unknown' });
  });

  it('is missed by nobody where the file has none', async () => {
    await write({ version: 1, credentials: { authId } }, 0o644);
    expect(await taken()).toMatchObject({
      credentials: { authId, authToken: null },
      secretRefused: null,
    });
  });
});
