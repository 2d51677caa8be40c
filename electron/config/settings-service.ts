import { isDeepStrictEqual } from 'node:util';

import type { SettingChange, SettingError } from '../contract/manager';
import { err, ok, type Result } from '../contract/result';
import {
  networkSchema,
  type Network,
  type Settings,
  type SettingsLayer,
} from '../contract/settings';
import { isKnownRegion } from '../directory/address';
import { practiceLineId } from './active-line';
import { mergeLayers, type EffectiveSettings } from './merge';
import { nearRegion } from './near-region';
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
  /** Stores a person's change. Refuses what the administrator enforces, an unknown line and an unknown region. */
  change(change: PersonChange): Promise<Result<null, SettingError>>;
  /** Puts other layers in the place of the administrator's, whose file has changed. */
  manage(layers: ManagedLayers): void;
  /** Calls the listener after every change; returns the function that stops it. */
  onChanged(listener: (effective: EffectiveSettings) => void): () => void;
}

const networkKeys: readonly (keyof Network)[] = networkSchema.keyof().options;

/** True where the change is one of what the administrator enforces. */
function isEnforced(change: PersonChange, effective: EffectiveSettings): boolean {
  const { settings, sources, networkSources } = effective;
  if (change.key !== 'network') return sources[change.key] === 'enforced';
  return networkKeys.some(
    (key) => networkSources[key] === 'enforced' && change.value[key] !== settings.network[key],
  );
}

type NetworkLayer = { readonly [K in keyof Network]?: Network[K] | undefined };

/**
 * The part of a whole `network` object that is the person's: what differs from what is in force,
 * and what was theirs before. Storing the rest would freeze the administrator's defaults.
 */
function personsNetwork(
  wanted: Network,
  { settings, networkSources }: EffectiveSettings,
  before: NetworkLayer,
): NonNullable<SettingsLayer['network']> {
  const own = <K extends keyof Network>(key: K): NetworkLayer[K] => {
    // What is enforced hides what the person once set, and leaves it as it was.
    if (networkSources[key] === 'enforced') return before[key];
    const theirs = wanted[key] !== settings.network[key] || before[key] !== undefined;
    return theirs ? wanted[key] : undefined;
  };
  return {
    proxy: own('proxy'),
    caFile: own('caFile'),
    connectTimeoutMs: own('connectTimeoutMs'),
    totalTimeoutMs: own('totalTimeoutMs'),
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
      const { settings } = effective;
      if (isEnforced(change, effective)) {
        return err({ code: 'setting-enforced', key: change.key });
      }
      if (change.key === 'activeLine' && !knowsLine(settings, change.value)) {
        return err({ code: 'unknown-line', id: change.value ?? '' });
      }
      if (change.key === 'region' && !isKnownRegion(change.value)) {
        const region = change.value;
        return err({ code: 'unknown-region', region, near: nearRegion(region) });
      }
      const written =
        change.key === 'network'
          ? await person.change(
              'network',
              personsNetwork(change.value, effective, person.layer().network ?? {}),
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
