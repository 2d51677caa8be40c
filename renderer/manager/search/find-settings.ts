import type { SettingsRoute } from '../../../electron/contract/manager';
import { t } from '../../ui/texts';
import { settingIds, settingsIndex, type SettingId } from './settings-index';

export interface FoundSetting {
  readonly id: SettingId;
  readonly route: SettingsRoute;
  readonly label: string;
  /** Name of the page that it stands on. */
  readonly page: string;
}

/** Case and the marks on Latin letters make no difference; other scripts keep theirs. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
}

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

/** How well a text answers all of what was typed; null: not at all. Lower is better. */
function rank(wanted: readonly string[], typed: string, entry: readonly string[]): number | null {
  const [label = '', ...rest] = entry.map(folded);
  if (label === typed) return 0;
  if (label.startsWith(typed)) return 1;
  const labelWords = wordsOf(label);
  if (wanted.every((word) => labelWords.some((one) => one.startsWith(word)))) return 2;
  const all = [label, ...rest].flatMap(wordsOf);
  if (wanted.every((word) => all.some((one) => one.startsWith(word)))) return 3;
  // Languages that join words find the inner ones too.
  return wanted.every((word) => all.some((one) => one.includes(word))) ? 4 : null;
}

/**
 * The settings whose name, description, other words or page hold every word that was typed, in any
 * order, the best first and otherwise in the order of the pages. Nothing typed finds nothing.
 */
export function findSettings(text: string): FoundSetting[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const typed = wanted.join(' ');
  return settingIds
    .flatMap((id) => {
      const setting = settingsIndex[id];
      const found = {
        id,
        route: setting.route,
        label: setting.label(),
        page: t(`manager.pages.${setting.route}.title`),
      };
      const description = 'description' in setting ? setting.description() : '';
      const words = t(`manager.search.words.${id}`);
      const rated = rank(wanted, typed, [found.label, words, description, found.page]);
      return rated === null ? [] : [{ found, rated }];
    })
    .sort((one, other) => one.rated - other.rated)
    .map(({ found }) => found);
}
