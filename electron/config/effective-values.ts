import {
  settingKeys,
  type SettingSource,
  type Settings,
  type SettingsLayer,
} from '../contract/settings';
import { mergeLayers, type SettingsLayers } from './merge';

/** One value in force under its key, such as `region` or `network.proxy`, and where it comes from. */
export interface EffectiveValue {
  readonly key: string;
  readonly value: unknown;
  readonly source: SettingSource;
}

/** Settings that merge by inner key: each inner key has a source of its own. */
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(from: SettingsLayer | Settings, path: readonly string[]): unknown {
  let value: unknown = from;
  for (const part of path) {
    value = isObject(value) ? new Map(Object.entries(value)).get(part) : undefined;
  }
  return value;
}

/** Every setting, down to the inner keys of objects, with its value and its source. */
export function effectiveValues(layers: SettingsLayers, builtIn: Settings): EffectiveValue[] {
  const { settings } = mergeLayers(layers, builtIn);
  const sourceOf = (path: readonly string[]): SettingSource => {
    if (valueAt(layers.enforced, path) !== undefined) return 'enforced';
    if (valueAt(layers.person, path) !== undefined) return 'person';
    return valueAt(layers.defaults, path) === undefined ? 'built-in' : 'default';
  };
  return settingKeys.flatMap((key) => {
    const value: unknown = settings[key];
    const paths = isObject(value) ? Object.keys(value).map((inner) => [key, inner]) : [[key]];
    return paths.map((path) => ({
      key: path.join('.'),
      value: valueAt(settings, path),
      source: sourceOf(path),
    }));
  });
}
