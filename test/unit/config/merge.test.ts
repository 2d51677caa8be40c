import { describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { mergeLayers } from '../../../electron/config/merge';
import {
  settingKeys,
  settingsLayerSchema,
  settingsSchema,
  type Line,
  type SettingKey,
  type SettingsLayer,
} from '../../../electron/contract/settings';

const line = (id: string): Line => ({
  id,
  name: id,
  phloId: 'phlo',
  nodeId: 'node',
  triggerSource: '+14155550100',
  role: 'agent',
  numberFormat: 'e164',
  apiBaseUrl: 'https://phlorunner.plivo.com',
});

type Samples = { readonly [K in SettingKey]: Record<'enforced' | 'person' | 'defaults', unknown> };

/** A value of its own for each layer, none of them the built-in one. */
const samples: Samples = {
  lines: { enforced: [line('e')], person: [line('p'), line('q')], defaults: [] },
  activeLine: { enforced: null, person: 'p', defaults: 'd' },
  region: { enforced: 'GB', person: 'DE', defaults: 'IN' },
  shortcut: { enforced: 'F1', person: 'F2', defaults: 'F3' },
  holdBackSeconds: { enforced: 0, person: 1, defaults: 3 },
  closeAfterMs: { enforced: null, person: 0, defaults: 1 },
  clipboardOffer: { enforced: false, person: true, defaults: false },
  authId: { enforced: null, person: 'MAFAKE0EXAMPLE0BATON', defaults: 'SAFAKE0EXAMPLE0BATON' },
  updates: { enforced: 'on', person: 'off', defaults: 'on' },
  destinations: {
    enforced: { allow: [], deny: ['e'], directoryOnly: false },
    person: { allow: ['p'], deny: ['p'], directoryOnly: true },
    defaults: { allow: ['d'], deny: [], directoryOnly: true },
  },
  favourites: { enforced: [], person: [{ name: 'p', address: '1' }], defaults: [] },
  directory: { enforced: { files: [] }, person: { files: ['p'] }, defaults: { files: ['d'] } },
  historyDays: { enforced: 1, person: 2, defaults: 3 },
  launchAtLogin: { enforced: true, person: false, defaults: true },
  theme: { enforced: 'dark', person: 'light', defaults: 'dark' },
  language: { enforced: 'en', person: 'system', defaults: 'en' },
  network: {
    enforced: { proxy: 'none', caFile: null, connectTimeoutMs: 101, totalTimeoutMs: 201 },
    person: { proxy: 'system', caFile: '/p', connectTimeoutMs: 102, totalTimeoutMs: 202 },
    defaults: { proxy: 'none', caFile: '/d', connectTimeoutMs: 103, totalTimeoutMs: 203 },
  },
};

const layerNames = ['enforced', 'person', 'defaults'] as const;
const sourceOf = { enforced: 'enforced', person: 'person', defaults: 'default' } as const;

/** Every choice of layers, from none to all three. */
const choices = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
  layerNames.filter((_, index) => (bits & (1 << index)) !== 0),
);

const matrix = settingKeys.flatMap((key) => choices.map((present) => ({ key, present })));

describe('precedence of the layers', () => {
  it.each(matrix)('takes $key from the strongest of: $present', ({ key, present }) => {
    const layer = (name: (typeof layerNames)[number]): SettingsLayer =>
      settingsLayerSchema.parse(present.includes(name) ? { [key]: samples[key][name] } : {});
    const layers = {
      enforced: layer('enforced'),
      person: layer('person'),
      defaults: layer('defaults'),
    };
    const { settings, sources } = mergeLayers(layers, builtInSettings);
    const [winner] = present;

    expect(settings[key]).toEqual(
      winner === undefined ? builtInSettings[key] : samples[key][winner],
    );
    expect(sources[key]).toBe(winner === undefined ? 'built-in' : sourceOf[winner]);
    for (const other of settingKeys.filter((name) => name !== key)) {
      expect(settings[other]).toEqual(builtInSettings[other]);
      expect(sources[other]).toBe('built-in');
    }
  });

  it('merges an object by its inner keys and names the strongest layer in it', () => {
    const { settings, sources } = mergeLayers(
      {
        enforced: { network: { proxy: 'none' } },
        person: { network: { proxy: 'http://proxy.example', totalTimeoutMs: 5000 } },
        defaults: { network: { caFile: '/ca.pem', totalTimeoutMs: 4000 } },
      },
      builtInSettings,
    );
    expect(settings.network).toEqual({
      proxy: 'none',
      caFile: '/ca.pem',
      connectTimeoutMs: 3000,
      totalTimeoutMs: 5000,
    });
    expect(sources.network).toBe('enforced');
  });

  it('takes an array whole: an empty enforced list empties the person’s', () => {
    const { settings } = mergeLayers(
      {
        enforced: { destinations: { deny: [] } },
        person: { destinations: { deny: ['+1900*'], allow: ['+1*'] } },
        defaults: {},
      },
      builtInSettings,
    );
    expect(settings.destinations).toEqual({ allow: ['+1*'], deny: [], directoryOnly: false });
  });

  it('does not count an empty object as a contribution', () => {
    const { sources } = mergeLayers(
      { enforced: { network: {} }, person: {}, defaults: { network: { proxy: 'none' } } },
      builtInSettings,
    );
    expect(sources.network).toBe('default');
  });

  it('has built-in values that its own schema accepts', () => {
    expect(settingsSchema.parse(builtInSettings)).toEqual(builtInSettings);
  });
});
