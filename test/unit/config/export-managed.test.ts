import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { PROJECT } from '../../../build/project.mjs';
import { builtInSettings } from '../../../electron/config/built-in';
import { configErrorText } from '../../../electron/config/config-error';
import { exportManaged, portableSettings } from '../../../electron/config/export-managed';
import { judgeManagedFile } from '../../../electron/config/managed-file';
import { mergeLayers } from '../../../electron/config/merge';
import { defaultApiBaseUrl, settingKeys, type Settings } from '../../../electron/contract/settings';
import { line } from '../manager/manager-state';

const folders = { directory: '/home/agent/.config/Baton', caFile: '/home/agent' };
function exported(settings: Settings): string {
  const text = exportManaged(settings, folders);
  if (!text.ok) throw new Error(`${text.error.key}: ${text.error.expected}`);
  return text.value;
}

/** What is in force on another computer that has the text as its managed file, and nothing else. */
function inForceWith(text: string): Settings {
  const stats = { uid: 0, mode: 0o644, isFile: () => true };
  const reader = { uid: 1000, platform: 'linux' } as const;
  const judged = judgeManagedFile('/etc/baton/config.json', stats, () => Buffer.from(text), reader);
  if (!judged.ok) throw new Error(configErrorText(judged.error));
  const { defaults, enforced, secretRefused } = judged.value.config;
  expect([enforced, secretRefused, judged.value.token]).toEqual([{}, null, null]);
  return mergeLayers({ enforced: {}, person: {}, defaults }, builtInSettings).settings;
}

const word = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `${text.trim()}x`);
const address = fc.constantFrom('+14155550134', '415-555-0134', 'sip:dispatch@example.com');
const pattern = fc.constantFrom('+1 (900) *', '+14155550134', 'sip:*@example.com', '*');
const whole = (min: number, max: number) => fc.integer({ min, max });
const settingsArbitrary: fc.Arbitrary<Settings> = fc
  .record({
    lines: fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/).filter((id) => id !== 'practice'),
        name: word,
        phloId: word,
        nodeId: word,
        triggerSource: fc.constantFrom('+14155550100', '415-555-0100', 'sip:agent@example.com'),
        role: fc.constantFrom('agent' as const, 'customer' as const),
        numberFormat: fc.constantFrom('e164' as const, 'digits' as const),
        apiBaseUrl: fc.constantFrom(defaultApiBaseUrl, 'http://127.0.0.1:8080'),
      }),
      { maxLength: 3, selector: ({ id }) => id },
    ),
    activeLine: fc.constantFrom(null, 'practice', 'gone'),
    region: fc.constant('US'),
    shortcut: fc.constantFrom('Control+Alt+B', 'F9', 'Super+Shift+Space'),
    holdBackSeconds: whole(0, 10),
    closeAfterMs: fc.option(whole(0, 60_000)),
    clipboardOffer: fc.boolean(),
    authId: fc.constantFrom(null, 'MAFAKE0EXAMPLE0BATON'),
    updates: fc.constantFrom('off' as const, 'on' as const),
    destinations: fc.record({
      allow: fc.array(pattern, { maxLength: 3 }),
      deny: fc.array(pattern, { maxLength: 3 }),
      directoryOnly: fc.boolean(),
    }),
    favourites: fc.array(
      fc.record(
        { name: word, address, note: word, role: fc.constant('agent' as const) },
        { requiredKeys: ['name', 'address'] },
      ),
      { maxLength: 3 },
    ),
    directory: fc.record({ files: fc.array(word, { maxLength: 2 }) }),
    historyDays: whole(1, 3650),
    launchAtLogin: fc.boolean(),
    theme: fc.constantFrom('system' as const, 'dark' as const),
    language: fc.constantFrom('system' as const, 'ar' as const),
    network: fc.record({
      proxy: fc.constantFrom('system', 'none', 'http://proxy.example:3128'),
      caFile: fc.option(word),
      connectTimeoutMs: whole(100, 60_000),
      totalTimeoutMs: whole(200, 120_000),
    }),
  })
  .map((settings): Settings => settings);

describe('an export of the settings', () => {
  it('read as a managed file gives the same settings, whatever they are', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        expect(inForceWith(exported(settings))).toEqual(portableSettings(settings, folders));
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing that another computer could not take differently', () => {
    fc.assert(
      fc.property(settingsArbitrary, (any) => {
        const network = { ...any.network, caFile: null };
        const settings = { ...any, activeLine: null, directory: { files: [] }, network };
        expect(portableSettings(settings, folders)).toEqual(settings);
      }),
    );
  });

  it('is what the schema for editors takes, with a comment above every setting', () => {
    const text = exported({ ...builtInSettings, lines: [line] });
    const schema: unknown = JSON.parse(
      readFileSync(join(PROJECT, 'build/config/config.schema.json'), 'utf8'),
    );
    const editor = z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(schema));
    const value: unknown = parse(text, [], { allowTrailingComma: true });
    expect(editor.safeParse(value).success).toBe(true);
    const rows = text.split('\n');
    for (const key of settingKeys) {
      const at = rows.findIndex((row) => row.startsWith(`    "${key}":`));
      expect(rows[at - 1], key).toMatch(/^ {4}\/\/ \S.*\.$/u);
    }
  });

  it('names the file that gives the token, and holds no token and no sign-in of a proxy', () => {
    const network = { ...builtInSettings.network, proxy: 'http://me:hunter2@proxy.example:3128/' };
    const text = exported({ ...builtInSettings, network });
    expect(text).not.toContain('hunter2');
    expect(text).not.toMatch(/me:|@proxy/u);
    expect(inForceWith(text).network.proxy).toBe('http://proxy.example:3128/');
    expect(text).toContain('authTokenFile');
    expect(text).not.toMatch(/"authToken"/u);
  });

  it('has paths that lead to the same files from another folder', () => {
    const settings = {
      ...builtInSettings,
      directory: { files: ['team.csv', '/srv/all.vcf'] },
      network: { ...builtInSettings.network, caFile: 'ca.pem' },
    };
    const there = inForceWith(exported(settings));
    expect(there.directory.files).toEqual(['/home/agent/.config/Baton/team.csv', '/srv/all.vcf']);
    expect(there.network.caFile).toBe('/home/agent/ca.pem');
  });

  it('leaves the line in use open where it is gone', () => {
    const of = (activeLine: string | null) =>
      inForceWith(exported({ ...builtInSettings, lines: [line], activeLine })).activeLine;
    expect([of('support'), of('gone'), of('practice'), of(null)]).toEqual([
      'support',
      null,
      'practice',
      null,
    ]);
  });

  it('is not made where another Baton would refuse it, and says for what', () => {
    const lines = [line, { ...line, id: 'night', triggerSource: 'nobody' }];
    expect(exportManaged({ ...builtInSettings, lines }, folders)).toEqual({
      ok: false,
      error: {
        key: 'defaults.lines[1].triggerSource',
        expected: expect.stringContaining('a number with its country code'),
      },
    });
    const allow = Array.from({ length: 9000 }, (_, index) => `${'1'.repeat(150)}${index}`);
    const destinations = { ...builtInSettings.destinations, allow };
    expect(exportManaged({ ...builtInSettings, destinations }, folders)).toEqual({
      ok: false,
      error: { key: 'defaults', expected: 'a file of at most 1024 KiB' },
    });
  });
});
