import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { checkConfig } from '../../../electron/cli/check-config';
import { builtInSettings } from '../../../electron/config/built-in';
import { effectiveValues } from '../../../electron/config/effective-values';
import { readManagedFile } from '../../../electron/config/managed-file';
import { ManagedSource } from '../../../electron/config/managed-source';
import { openPersonSettings } from '../../../electron/config/person-settings';
import { createSettingsService } from '../../../electron/config/settings-service';
import type { SettingSource } from '../../../electron/contract/settings';
import { layerWith, linesOfFile, precedenceSamples } from './precedence-samples';

const fileStates = ['absent', 'good', 'malformed', 'unreadable', 'unsafe'] as const;
type FileState = (typeof fileStates)[number];

/** What becomes of the file while Baton runs: every state at the start, and every one after good. */
const histories: readonly (readonly FileState[])[] = [
  ...fileStates.map((state) => [state]),
  ...fileStates.map((state) => ['good', state] as const),
  ...fileStates.map((state) => [state, 'good'] as const),
  ['good', 'malformed', 'unsafe', 'unreadable'],
  ['good', 'absent', 'malformed'],
];

const layerNames = ['enforced', 'person', 'defaults'] as const;
type LayerName = (typeof layerNames)[number];
const sourceOf = { enforced: 'enforced', person: 'person', defaults: 'default' } as const;

/** Every choice of layers that say something, from none to all three. */
const choices = Array.from({ length: 8 }, (_, bits) =>
  layerNames.filter((__, index) => (bits & (1 << index)) !== 0),
);

const keys = effectiveValues({ enforced: {}, person: {}, defaults: {} }, builtInSettings);
const reader = { uid: process.getuid?.() ?? null, platform: process.platform };

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-precedence-'));
  file = join(folder, 'config.json');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Brings the file into a state; what it says it says in the good one alone. */
function become(state: FileState, document: string): void {
  rmSync(file, { force: true });
  if (state === 'absent') return;
  writeFileSync(file, state === 'malformed' ? document.slice(0, -1) : document);
  chmodSync(file, 0o644);
  if (state === 'unsafe') chmodSync(file, 0o622);
  // Larger than anything that is read.
  if (state === 'unreadable') truncateSync(file, 2 * 1024 * 1024);
}

/** Whether the file's layers are in force: the rule, said in another way than the code does. */
function fileCounts(history: readonly FileState[]): boolean {
  const sinceAbsent = history.slice(history.lastIndexOf('absent') + 1);
  return sinceAbsent.includes('good');
}

function expected(
  key: string,
  said: readonly LayerName[],
  counts: boolean,
): { readonly value: unknown; readonly source: SettingSource } {
  const strongest = layerNames.find(
    (layer) => said.includes(layer) && (counts || layer === 'person'),
  );
  const builtIn = keys.find((value) => value.key === key)?.value;
  if (strongest === undefined) return { value: builtIn, source: 'built-in' };
  return { value: precedenceSamples[key]?.[strongest], source: sourceOf[strongest] };
}

it('covers every key of the settings', () => {
  expect(Object.keys(precedenceSamples)).toEqual(keys.map(({ key }) => key));
});

it('a value comes from the strongest layer that is in force, whatever becomes of the file', async () => {
  let cases = 0;
  for (const [key, samples] of Object.entries(precedenceSamples)) {
    for (const said of choices) {
      const layer = (name: LayerName) => (said.includes(name) ? layerWith(key, samples[name]) : {});
      const lines = key === 'activeLine' ? { lines: linesOfFile } : {};
      const document = JSON.stringify({
        version: 1,
        defaults: { ...lines, ...layer('defaults') },
        enforced: layer('enforced'),
      });
      const person = { version: 1, settings: layer('person'), tokenSavedFor: null };
      writeFileSync(join(folder, 'settings.json'), JSON.stringify(person));
      const opened = await openPersonSettings(folder, () => new Date(0));
      expect(opened.notice).toBeNull();

      for (const history of histories) {
        const source = new ManagedSource({
          read: () => readManagedFile(file, reader),
          named: false,
          changed: ({ config }) => {
            service.manage(config);
          },
          token: () => undefined,
          noToken: () => undefined,
        });
        const service = createSettingsService(
          source.state.config,
          opened.settings,
          builtInSettings,
        );
        for (const state of history) {
          become(state, document);
          source.look();
        }
        const where = `${key}, said by ${said.join(', ')}, file ${history.join(' → ')}`;
        const { value, source: from } = expected(key, said, fileCounts(history));
        const { settings, sources } = service.current();
        const [outer = '', inner] = key.split('.');
        const whole = new Map<string, unknown>(Object.entries(settings)).get(outer);
        const there = inner === undefined ? whole : Reflect.get(Object(whole), inner);
        expect(there, where).toEqual(value);
        expect(new Map<string, string>(Object.entries(sources)).get(outer), where).toBe(from);
        const last = source.state.problem;
        expect(last === null, where).toBe(['good', 'absent'].includes(history.at(-1) ?? ''));
        expect(last?.kept ?? false, where).toBe(last !== null && fileCounts(history));
        cases += 1;
      }

      // The command that checks reads the same files and says the same.
      become('good', document);
      const request = { configFile: file, userData: folder, reader, environment: {} };
      const checked = checkConfig(request);
      const value = checked.values.find((one) => one.key === key);
      expect(value, key).toEqual({ key, ...expected(key, said, true) });
      expect(checked.errors, key).toEqual([]);
      cases += 1;
    }
  }
  process.stdout.write(
    `\nprecedence: ${cases} cases (${keys.length} keys, ${choices.length} choices of layers, ` +
      `${histories.length} histories of the file)\n`,
  );
}, 120_000);
