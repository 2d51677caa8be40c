import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { openPersonSettings } from '../../../electron/config/person-settings';
import { createSettingsService } from '../../../electron/config/settings-service';
import { lineSchema, type SettingsLayer } from '../../../electron/contract/settings';

const line = lineSchema.parse({
  id: 'support',
  name: 'Support line',
  phloId: 'p',
  nodeId: 'n',
  triggerSource: '+14155550100',
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-service-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function serviceWith(managed: { defaults?: SettingsLayer; enforced?: SettingsLayer }) {
  const { settings: person } = await openPersonSettings(folder, () => new Date(0));
  const layers = { defaults: managed.defaults ?? {}, enforced: managed.enforced ?? {} };
  return createSettingsService(layers, person, builtInSettings);
}

const done = { ok: true, value: null };

describe('a change by the person', () => {
  it('is in force, told to the listeners and kept for the next start', async () => {
    const service = await serviceWith({ defaults: { region: 'GB' } });
    const seen: string[] = [];
    const stop = service.onChanged(({ settings }) => seen.push(settings.region));
    expect(await service.change({ key: 'region', value: 'DE' })).toEqual(done);
    expect(service.current().settings.region).toBe('DE');
    expect(service.current().sources.region).toBe('person');
    stop();
    await service.change({ key: 'region', value: 'FR' });
    expect(seen).toEqual(['DE']);
    expect((await serviceWith({})).current().settings.region).toBe('FR');
  });

  it('of an enforced setting is refused and changes nothing', async () => {
    const service = await serviceWith({ enforced: { shortcut: 'F9', network: { proxy: 'none' } } });
    expect(await service.change({ key: 'shortcut', value: 'F8' })).toEqual({
      ok: false,
      error: { code: 'setting-enforced', key: 'shortcut' },
    });
    const network = { ...service.current().settings.network, proxy: 'system' };
    expect(await service.change({ key: 'network', value: network })).toEqual({
      ok: false,
      error: { code: 'setting-enforced', key: 'network' },
    });
    expect(service.current().settings.shortcut).toBe('F9');
    expect(service.current().settings.network.proxy).toBe('none');
  });

  it('of a network value beside the enforced one is in force, and hides nothing for later', async () => {
    const before = await serviceWith({});
    const own = { ...before.current().settings.network, proxy: 'http://own.example:3128' };
    expect(await before.change({ key: 'network', value: own })).toEqual(done);

    const service = await serviceWith({ enforced: { network: { proxy: 'none' } } });
    const wanted = { ...service.current().settings.network, connectTimeoutMs: 500 };
    expect(await service.change({ key: 'network', value: wanted })).toEqual(done);
    expect(service.current().settings.network).toMatchObject({
      proxy: 'none',
      connectTimeoutMs: 500,
    });
    expect(service.current().networkSources).toEqual({
      proxy: 'enforced',
      caFile: 'built-in',
      connectTimeoutMs: 'person',
      totalTimeoutMs: 'built-in',
    });
    // The administrator's value never became the person's.
    const { settings } = (await serviceWith({})).current();
    expect(settings.network.proxy).toBe('http://own.example:3128');
  });

  it('to a line that does not exist is refused; to the practice line or to none it is not', async () => {
    const service = await serviceWith({ enforced: { lines: [line] } });
    expect(await service.change({ key: 'activeLine', value: 'gone' })).toEqual({
      ok: false,
      error: { code: 'unknown-line', id: 'gone' },
    });
    for (const value of ['support', 'practice', null]) {
      expect(await service.change({ key: 'activeLine', value })).toEqual(done);
    }
  });

  it('to a region without numbers of its own is refused, and the one that is meant is named', async () => {
    const service = await serviceWith({});
    for (const [region, near] of [
      ['UK', 'GB'],
      ['XX', null],
    ] as const) {
      expect(await service.change({ key: 'region', value: region })).toEqual({
        ok: false,
        error: { code: 'unknown-region', region, near },
      });
    }
    expect(service.current().settings.region).toBe('US');
    expect(await service.change({ key: 'region', value: 'GB' })).toEqual(done);
  });

  it('that cannot be written is not in force', async () => {
    const service = await serviceWith({});
    await rm(folder, { recursive: true });
    expect(await service.change({ key: 'region', value: 'DE' })).toEqual({
      ok: false,
      error: { code: 'settings-unwritable', cause: 'ENOENT' },
    });
    expect(service.current().settings.region).toBe('US');
  });

  it('of one network value does not freeze the administrator’s other values', async () => {
    const first = await serviceWith({ defaults: { network: { connectTimeoutMs: 1000 } } });
    const wanted = { ...first.current().settings.network, totalTimeoutMs: 9000 };
    expect(await first.change({ key: 'network', value: wanted })).toEqual(done);
    const stored: unknown = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'));
    expect(stored).toMatchObject({ settings: { network: { totalTimeoutMs: 9000 } } });

    const later = await serviceWith({ defaults: { network: { connectTimeoutMs: 2000 } } });
    expect(later.current().settings.network).toMatchObject({
      connectTimeoutMs: 2000,
      totalTimeoutMs: 9000,
    });

    const back = { ...later.current().settings.network, totalTimeoutMs: 8000 };
    expect(await later.change({ key: 'network', value: back })).toEqual(done);
    expect(later.current().settings.network.totalTimeoutMs).toBe(8000);
  });
});
