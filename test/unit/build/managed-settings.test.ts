import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse, type ParseError } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { madeOfSchema } from '../../../build/config/made-of-schema.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { effectiveValues } from '../../../electron/config/effective-values';
import { builtInSettings } from '../../../electron/config/built-in';
import { configErrorText } from '../../../electron/config/config-error';
import { judgeManagedFile } from '../../../electron/config/managed-file';
import { managedFileSchema, settingKeys } from '../../../electron/contract/settings';

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const made = await madeOfSchema(managedFileSchema, builtInSettings);
const schemaPath = 'build/config/config.schema.json';
const examplePath = 'build/config/config.example.jsonc';
const pagePath = 'docs/managed-settings.md';

/** The schema as another program reads it: nothing of Baton's own is in it. */
const asSchema = z.record(z.string(), z.unknown());
const editor = z.fromJSONSchema(asSchema.parse(JSON.parse(read(schemaPath))));

function document(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  expect(errors).toEqual([]);
  return value;
}

const inEditor = (value: unknown) => editor.safeParse(value).success;
const inBaton = (value: unknown) => managedFileSchema.safeParse(value).success;

describe('what is made of the schema of the managed file', () => {
  it.each(Object.entries(made))(
    '%s is as the schema is now (node build/config/write.mjs)',
    (path, content) => {
      expect(read(path)).toBe(content);
    },
  );

  it('has a row on the page for every setting, with what holds without it', () => {
    const page = read(pagePath);
    const layers = { enforced: {}, person: {}, defaults: {} };
    for (const { key, value } of effectiveValues(layers, builtInSettings)) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${key}\` `));
      expect(row, key).toContain(`\`${JSON.stringify(value)}\``);
    }
  });
});

describe('the schema for editors', () => {
  const line = { id: 'a', name: 'A', phloId: 'p', nodeId: 'n', triggerSource: '+14155550100' };
  const base64 = (bytes: number) => Buffer.alloc(bytes, 5).toString('base64');
  const pinHash = `scrypt$32768$8$3$${base64(16)}$${base64(32)}`;
  const credentials = { authId: 'MAFAKE0EXAMPLE0BATON' };

  it.each([
    { version: 1 },
    { $schema: 'x', version: 1, defaults: {}, enforced: {} },
    { version: 1, defaults: { lines: [line], activeLine: null } },
    { version: 1, enforced: { network: { proxy: 'http://p.example:3128' }, closeAfterMs: null } },
    { version: 1, enforced: { lines: [{ ...line, apiBaseUrl: 'http://127.0.0.1:8080' }] } },
    { version: 1, credentials: { ...credentials, authTokenFile: 'systemd:token' } },
    { version: 1, kiosk: { enabled: true, pinHash, clearAfterSeconds: 60 } },
  ])('takes what Baton takes: %j', (value) => {
    expect([inEditor(value), inBaton(value)]).toEqual([true, true]);
  });

  it.each([
    {},
    { version: 2 },
    { version: 1, enforces: {} },
    { version: 1, enforced: { regoin: 'GB' } },
    { version: 1, enforced: { region: 'gb' } },
    { version: 1, defaults: { holdBackSeconds: 11 } },
    { version: 1, defaults: { historyDays: 1.5 } },
    { version: 1, defaults: { theme: 'blue' } },
    { version: 1, defaults: { network: { prxy: 'none' } } },
    { version: 1, defaults: { network: { proxy: 'ftp://p.example' } } },
    { version: 1, defaults: { lines: [{ ...line, apiBaseUrl: 'http://example.com' }] } },
    { version: 1, defaults: { lines: [{ id: 'a' }] } },
    { version: 1, credentials: { authId: 'x' } },
    { version: 1, kiosk: { pinHash: '1234' } },
    { version: 1, kiosk: { pinHash: 'scrypt$1024$8$1$AAAA$AAAA' } },
  ])('refuses what Baton refuses: %j', (value) => {
    expect([inEditor(value), inBaton(value)]).toEqual([false, false]);
  });

  it('says of every key what it is', () => {
    const found = keysIn(asSchema.parse(JSON.parse(read(schemaPath))));
    expect(found.length).toBeGreaterThan(40);
    for (const [key, value] of found) {
      expect(value, key).toHaveProperty('description', expect.stringMatching(/\S{3,}.*\.$/s));
    }
  });
});

/** Every key of the file with its schema, down to the innermost. */
function keysIn(node: unknown): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [];
  const own: unknown = Reflect.get(node, 'properties');
  const here = typeof own === 'object' && own !== null ? Object.entries(own) : [];
  return [...here, ...Object.values(node).flatMap(keysIn)];
}

describe('the example', () => {
  const text = read(examplePath);

  it('is taken by the schema for editors and by Baton', () => {
    expect(inEditor(document(text))).toBe(true);
    const stats = { uid: 0, mode: 0o644, isFile: () => true };
    const reader = { uid: 1000, platform: 'linux' } as const;
    const judged = judgeManagedFile(examplePath, stats, () => Buffer.from(text), reader);
    if (!judged.ok) throw new Error(configErrorText(judged.error));
    const { defaults, enforced, kiosk, credentials, secretRefused } = judged.value.config;
    expect(secretRefused).toBeNull();
    expect(credentials?.tokenFile).toBe('/home/agent/.config/baton-token');
    expect(kiosk?.enabled).toBe(false);
    expect(new Set([...Object.keys(defaults), ...Object.keys(enforced)])).toEqual(
      new Set(settingKeys),
    );
  });
});
