import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { checkConfig } from '../../../electron/cli/check-config';
import { checkConfigResult } from '../../../electron/cli/check-config-text';
import { settingKeys } from '../../../electron/contract/settings';

const authId = 'MAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-canary';
const pinHash =
  'scrypt$16384$8$1$fakesaltfakesaltcanary==$fakehashfakehashfakehashfakehashfakecanary+=';
const proxyPassword = 'fake-proxy-password-canary';
const root = process.getuid?.() === 0;
/** A person without any right: root checks for others, and runs no Baton itself. */
const nobody = 65_534;
const reader = { uid: root ? nobody : (process.getuid?.() ?? null), platform: process.platform };

let folder: string;
let userData: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-check-'));
  userData = mkdtempSync(join(folder, 'user-'));
  file = join(folder, 'config.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(document: unknown, mode = 0o600): void {
  const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  writeFileSync(file, text);
  chmodSync(file, mode);
  if (root) chownSync(file, nobody, nobody);
}

function writePerson(settings: unknown): string {
  const path = join(userData, 'settings.json');
  writeFileSync(path, JSON.stringify({ version: 1, settings, tokenSavedFor: null }));
  return path;
}

const check = (asJson = false, environment: Record<string, string> = {}) =>
  checkConfigResult(checkConfig({ configFile: file, userData, reader, environment }), asJson);
const machine = (environment?: Record<string, string>): unknown =>
  JSON.parse(check(true, environment).text);

describe('--check-config', () => {
  it('prints every value in force with its source', () => {
    write({
      version: 1,
      defaults: { region: 'GB', theme: 'dark', network: { connectTimeoutMs: 1000 } },
      enforced: { historyDays: 30, network: { proxy: 'none' } },
    });
    writePerson({ theme: 'light', historyDays: 7, network: { totalTimeoutMs: 9000 } });
    const { exitCode, text } = check();
    expect(exitCode).toBe(0);
    const said = (key: string) =>
      text
        .split('\n')
        .find((line) => line.startsWith(`${key} `))
        ?.slice(key.length)
        .trim();
    expect(text).toContain(`${file} (good)`);
    expect(said('region')).toBe('"GB" (default)');
    expect(said('theme')).toBe('"light" (person)');
    expect(said('historyDays')).toBe('30 (enforced)');
    expect(said('shortcut')).toBe('"Control+Alt+B" (built-in)');
    // Objects merge by key: each inner key comes from where it was set.
    expect(said('network.proxy')).toBe('"none" (enforced)');
    expect(said('network.connectTimeoutMs')).toBe('1000 (default)');
    expect(said('network.totalTimeoutMs')).toBe('9000 (person)');
    expect(said('network.caFile')).toBe('null (built-in)');
    for (const key of settingKeys) {
      expect(text, key).toMatch(
        new RegExp(`^${key}(\\.\\w+)? .*\\((enforced|person|default|built-in)\\)$`, 'm'),
      );
    }
  });

  it('prints the same for a machine', () => {
    write({ version: 1, enforced: { region: 'GB' } });
    const personFile = join(userData, 'settings.json');
    expect(machine()).toMatchObject({
      good: true,
      files: { managed: { file, found: true }, person: { file: personFile, found: false } },
      errors: [],
      values: {
        region: { value: 'GB', source: 'enforced' },
        'destinations.deny': { value: [], source: 'built-in' },
      },
      authToken: 'not-in-this-file',
      kiosk: null,
    });
  });

  it('prints every error of both files with file, line, column and key, and no value', () => {
    write(
      '{\n  "version": 1,\n  "enforced": { "regoin": "GB",\n    "historyDays": "fake-value" }\n}',
    );
    const person = writePerson({ theme: 'fake-value' });
    const { exitCode, text } = check();
    expect(exitCode).toBe(1);
    expect(text.split('\n')).toEqual([
      `${file}:3:17: enforced.regoin: expected "region", which is the nearest known key`,
      `${file}:4:20: enforced.historyDays: expected a number`,
      expect.stringMatching(
        new RegExp(
          String.raw`^${person}:1:\d+: settings\.theme: expected "system" or "light" or "dark"$`,
        ),
      ),
    ]);
    expect(machine()).toEqual({
      good: false,
      files: { managed: { file, found: true }, person: { file: person, found: true } },
      errors: [
        {
          file,
          line: 3,
          column: 17,
          key: 'enforced.regoin',
          expected: '"region", which is the nearest known key',
        },
        { file, line: 4, column: 20, key: 'enforced.historyDays', expected: 'a number' },
        expect.objectContaining({ file: person, key: 'settings.theme' }),
      ],
    });
  });

  it('fails where the named file is missing or unsafe; the usual one may be missing', () => {
    expect(check()).toEqual({
      exitCode: 1,
      text: `${file}: expected a file, and there is none`,
    });
    write({ version: 1 }, 0o666);
    expect(check()).toMatchObject({ exitCode: 1, text: expect.stringContaining('chmod go-w') });
    const onMac = {
      configFile: null,
      userData,
      reader: { ...reader, platform: 'darwin' as const },
    };
    const usual = checkConfig({ ...onMac, environment: {} });
    expect(usual.managed).toEqual({
      file: '/Library/Application Support/Baton/config.json',
      found: false,
    });
    expect(checkConfigResult(usual, false).exitCode).toBe(0);
  });

  it('fails where the token is refused, though Baton takes the rest', () => {
    write({ version: 1, credentials: { authId, authToken: token } }, 0o644);
    const { exitCode, text } = check();
    expect(exitCode).toBe(1);
    expect(text).toMatch(/config\.json:5:18: credentials\.authToken: expected .*authTokenFile/);
    expect(text).not.toContain(token);
  });

  it('changes nothing on disk, not even a damaged file of the person', () => {
    write({ version: 1, credentials: { authId, authToken: token } });
    writeFileSync(join(userData, 'settings.json'), 'damaged');
    expect(check().exitCode).toBe(1);
    expect(readdirSync(userData)).toEqual(['settings.json']);
    expect(readdirSync(folder).sort()).toEqual([
      'config.json',
      readdirSync(folder).find((n) => n.startsWith('user-')),
    ]);
  });

  it('looks at the file that the token is read from', () => {
    const tokenFile = join(folder, 'token');
    write({ version: 1, credentials: { authId, authTokenFile: 'token' } });
    expect(check()).toEqual({
      exitCode: 1,
      text: `${tokenFile}: expected a file, and there is none`,
    });
    writeFileSync(tokenFile, token, { mode: 0o600 });
    if (root) chownSync(tokenFile, nobody, nobody);
    expect(machine()).toMatchObject({ good: true, authToken: 'read-from-file' });

    // Only the service itself is given its credentials.
    write({ version: 1, credentials: { authId, authTokenFile: 'systemd:token' } });
    expect(machine()).toMatchObject({ good: true, authToken: 'read-from-file' });
    expect(machine({ CREDENTIALS_DIRECTORY: join(folder, 'none') })).toMatchObject({ good: false });
    expect(machine({ CREDENTIALS_DIRECTORY: folder })).toMatchObject({ good: true });
  });

  it.each([
    'http://agent:canary@proxy.example:3128',
    'HTTP:agent:canary@proxy.example:3128',
    'http:/canary@proxy.example:3128',
    String.raw`http:\\\\agent:canary@proxy.example:3128`,
    'https://proxy.example:3128?key=canary',
  ])('prints no password of a proxy, however its address is written: %s', (proxy) => {
    write(`{ "version": 1, "enforced": { "network": { "proxy": "${proxy}" } } }`);
    for (const asJson of [false, true]) {
      const { exitCode, text } = check(asJson);
      expect(exitCode).toBe(0);
      expect(text).not.toContain('canary');
      expect(text).toContain('proxy.example:3128');
    }
  });

  it('prints a value so that it cannot move the cursor', () => {
    write({
      version: 1,
      enforced: { favourites: [{ name: 'A\u009B2J\u202E', address: '+14155550134' }] },
    });
    expect(check().text).toContain(String.raw`"A\u009b2J\u202e"`);
  });

  it.each([false, true])('never prints a secret (as JSON: %s)', (asJson) => {
    write({
      version: 1,
      enforced: { network: { proxy: `http://agent:${proxyPassword}@proxy.example:3128` } },
      credentials: { authId, authToken: token },
      kiosk: { enabled: true, pinHash, clearAfterSeconds: 60 },
    });
    const { exitCode, text } = check(asJson);
    expect(exitCode).toBe(0);
    expect(text).not.toContain('canary');
    expect(text).toContain('proxy.example:3128');
    expect(text).toContain(authId);
    expect(text).toMatch(asJson ? /"pin": "set"/ : /^kiosk\.pin +"set"/m);
    expect(text).toMatch(asJson ? /"taken-into-keychain"/ : /^authToken +in this file/m);
  });
});

describe.runIf(root)('--check-config as root, who checks for those who run Baton', () => {
  const asRoot = () =>
    checkConfigResult(
      checkConfig({ configFile: file, userData, reader: { ...reader, uid: 0 }, environment: {} }),
      false,
    );
  const credentials = { authId, authToken: token };

  it("judges a person's file for that person", () => {
    write({ version: 1, credentials });
    expect(asRoot()).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^authToken +in this file/m),
    });
  });

  it("refuses a token in root's own file, as every Baton will", () => {
    write({ version: 1, credentials }, 0o640);
    chownSync(file, 0, 0);
    const { exitCode, text } = asRoot();
    expect(exitCode).toBe(1);
    expect(text).toMatch(/credentials\.authToken: expected a token only in a file that the user/);
  });

  it('says so where nobody but root may read the file, or the token', () => {
    write({ version: 1 });
    chownSync(file, 0, 0);
    expect(asRoot()).toEqual({
      exitCode: 1,
      text: `${file}: expected a file that those who run Baton may read, not one of mode 600 (chmod 644)`,
    });
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, token, { mode: 0o600 });
    write({ version: 1, credentials: { authId, authTokenFile: tokenFile } }, 0o644);
    chownSync(file, 0, 0);
    expect(asRoot()).toEqual({
      exitCode: 1,
      text: `${tokenFile}: expected a file of the user who runs Baton, not of user 0`,
    });
  });
});
