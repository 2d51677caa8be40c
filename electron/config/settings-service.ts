import { isDeepStrictEqual } from 'node:util';

import type { SettingChange, SettingError } from '../contract/manager';
import { err, ok, type Result } from '../contract/result';
import type { Network, Settings, SettingsLayer } from '../contract/settings';
import { practiceLineId } from './active-line';
import { mergeLayers, type EffectiveSettings } from './merge';
import type { PersonSettings } from './person-settings';

/** A change of one setting by the person; the shortcut only once the system has granted it. */
type PersonChange = SettingChange | { readonly key: 'shortcut'; readonly value: string };

/** The administrator's two layers. */
interface ManagedLayers {
  readonly defaults: SettingsLayer;
  readonly enforced: SettingsLayer;
}

/** The settings in force, and the ways to change them. */
export interface SettingsService {
  current(): EffectiveSettings;
  /** Stores a person's change. Refuses what the administrator enforces, and an unknown line. */
  change(change: PersonChange): Promise<Result<null, SettingError>>;
  /** Puts other layers in the place of the administrator's, whose file has changed. */
  manage(layers: ManagedLayers): void;
  /** Calls the listener after every change; returns the function that stops it. */
  onChanged(listener: (effective: EffectiveSettings) => void): () => void;
}

/**
 * The part of a whole `network` object that is the person's: what differs from what is in force,
 * and what was theirs before. Storing the rest would freeze the administrator's defaults.
 */
function personsNetwork(
  wanted: Network,
  inForce: Network,
  before: SettingsLayer['network'],
): NonNullable<SettingsLayer['network']> {
  const theirs = (key: keyof Network) =>
    !isDeepStrictEqual(wanted[key], inForce[key]) || before?.[key] !== undefined;
  return {
    ...(theirs('proxy') && { proxy: wanted.proxy }),
    ...(theirs('caFile') && { caFile: wanted.caFile }),
    ...(theirs('connectTimeoutMs') && { connectTimeoutMs: wanted.connectTimeoutMs }),
    ...(theirs('totalTimeoutMs') && { totalTimeoutMs: wanted.totalTimeoutMs }),
  };
}

function knowsLine(settings: Settings, id: string | null): boolean {
  return id === null || id === practiceLineId || settings.lines.some((line) => line.id === id);
}

/** Puts the layers together: the administrator's, the person's and the built-in values. */
export function createSettingsService(
  atStart: ManagedLayers,
  person: PersonSettings,
  builtIn: Settings,
): SettingsService {
  let managed = atStart;
  const merge = () => mergeLayers({ ...managed, person: person.layer() }, builtIn);
  const listeners = new Set<(effective: EffectiveSettings) => void>();
  let effective = merge();

  const follow = () => {
    effective = merge();
    for (const listener of listeners) listener(effective);
  };

  return {
    current: () => effective,

    async change(change) {
      const { settings, sources } = effective;
      if (sources[change.key] === 'enforced') {
        return err({ code: 'setting-enforced', key: change.key });
      }
      if (change.key === 'activeLine' && !knowsLine(settings, change.value)) {
        return err({ code: 'unknown-line', id: change.value ?? '' });
      }
      const written =
        change.key === 'network'
          ? await person.change(
              'network',
              personsNetwork(change.value, settings.network, person.layer().network),
            )
          : await person.change(change.key, change.value);
      if (!written.ok) return written;
      follow();
      return ok(null);
    },

    manage(layers) {
      if (isDeepStrictEqual(layers, managed)) return;
      managed = layers;
      follow();
    },

    onChanged(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
