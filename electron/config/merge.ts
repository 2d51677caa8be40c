import type {
  Network,
  SettingKey,
  SettingSource,
  Settings,
  SettingsLayer,
} from '../contract/settings';

/** The three layers above the built-in values. */
export interface SettingsLayers {
  readonly enforced: SettingsLayer;
  readonly person: SettingsLayer;
  readonly defaults: SettingsLayer;
}

/** Every setting with the layer that it comes from. */
export interface EffectiveSettings {
  readonly settings: Settings;
  readonly sources: Readonly<Record<SettingKey, SettingSource>>;
  /** Of the network settings each one's own: an administrator may enforce the proxy alone. */
  readonly networkSources: Readonly<Record<keyof Network, SettingSource>>;
}

type Part<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The settings that are objects: these merge by inner key, everything else is taken whole. */
type ObjectKey = 'destinations' | 'directory' | 'network';

function strongest<T, K extends keyof T>(layers: readonly Part<T>[], builtIn: T, key: K): T[K] {
  for (const layer of layers) {
    const value: T[K] | undefined = layer[key];
    if (value !== undefined) return value;
  }
  return builtIn[key];
}

/** True where the layer says anything of the key; an object without a value in it says nothing. */
function contributes(layer: SettingsLayer, key: SettingKey): boolean {
  const value = layer[key];
  if (value === undefined) return false;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  return Object.values(value).some((inner) => inner !== undefined);
}

/**
 * Merges the layers: enforced, then the person's, then the defaults, then the built-in values
 * (docs/behaviour.md, "Settings"). Objects merge by key, arrays are taken whole. The source of an
 * object is the strongest layer that contributed to it.
 */
export function mergeLayers(layers: SettingsLayers, builtIn: Settings): EffectiveSettings {
  const byStrength = [layers.enforced, layers.person, layers.defaults];

  const whole = <K extends Exclude<SettingKey, ObjectKey>>(key: K) =>
    strongest<Omit<Settings, ObjectKey>, K>(byStrength, builtIn, key);

  const inner = <K extends ObjectKey>(key: K): readonly NonNullable<SettingsLayer[K]>[] =>
    byStrength.flatMap((layer) => layer[key] ?? []);
  const destinations = inner('destinations');
  const directory = inner('directory');
  const network = inner('network');

  const source = (key: SettingKey): SettingSource => {
    if (contributes(layers.enforced, key)) return 'enforced';
    if (contributes(layers.person, key)) return 'person';
    return contributes(layers.defaults, key) ? 'default' : 'built-in';
  };

  const networkSource = (key: keyof Network): SettingSource => {
    if (layers.enforced.network?.[key] !== undefined) return 'enforced';
    if (layers.person.network?.[key] !== undefined) return 'person';
    return layers.defaults.network?.[key] === undefined ? 'built-in' : 'default';
  };

  return {
    settings: {
      lines: whole('lines'),
      activeLine: whole('activeLine'),
      region: whole('region'),
      shortcut: whole('shortcut'),
      holdBackSeconds: whole('holdBackSeconds'),
      closeAfterMs: whole('closeAfterMs'),
      clipboardOffer: whole('clipboardOffer'),
      authId: whole('authId'),
      updates: whole('updates'),
      destinations: {
        allow: strongest(destinations, builtIn.destinations, 'allow'),
        deny: strongest(destinations, builtIn.destinations, 'deny'),
        directoryOnly: strongest(destinations, builtIn.destinations, 'directoryOnly'),
      },
      favourites: whole('favourites'),
      directory: { files: strongest(directory, builtIn.directory, 'files') },
      historyDays: whole('historyDays'),
      launchAtLogin: whole('launchAtLogin'),
      theme: whole('theme'),
      language: whole('language'),
      network: {
        proxy: strongest(network, builtIn.network, 'proxy'),
        caFile: strongest(network, builtIn.network, 'caFile'),
        connectTimeoutMs: strongest(network, builtIn.network, 'connectTimeoutMs'),
        totalTimeoutMs: strongest(network, builtIn.network, 'totalTimeoutMs'),
      },
    },
    sources: {
      lines: source('lines'),
      activeLine: source('activeLine'),
      region: source('region'),
      shortcut: source('shortcut'),
      holdBackSeconds: source('holdBackSeconds'),
      closeAfterMs: source('closeAfterMs'),
      clipboardOffer: source('clipboardOffer'),
      authId: source('authId'),
      updates: source('updates'),
      destinations: source('destinations'),
      favourites: source('favourites'),
      directory: source('directory'),
      historyDays: source('historyDays'),
      launchAtLogin: source('launchAtLogin'),
      theme: source('theme'),
      language: source('language'),
      network: source('network'),
    },
    networkSources: {
      proxy: networkSource('proxy'),
      caFile: networkSource('caFile'),
      connectTimeoutMs: networkSource('connectTimeoutMs'),
      totalTimeoutMs: networkSource('totalTimeoutMs'),
    },
  };
}
