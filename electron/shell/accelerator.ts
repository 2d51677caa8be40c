import { shortcutWord, type Platform } from '../contract/keycaps';
import { t } from './texts';

/** An accelerator as a person reads it: "Ctrl+Alt+B", in German "Strg+Alt+B", on macOS "⌃⌥B". */
export function shortcutLabel(accelerator: string, platform: Platform): string {
  return shortcutWord(accelerator, platform, (word, values) => t(`keys.${word}`, values ?? {}));
}
