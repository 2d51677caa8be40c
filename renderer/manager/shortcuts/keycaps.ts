import * as contract from '../../../electron/contract/keycaps';
import { t } from '../../ui/texts';
import type { Platform } from './accelerator';

const print: contract.KeyPrint = (word, values) => t(`keys.${word}`, values ?? {});

/** The keys of an accelerator as they are printed on this system's keyboards. */
export function keycaps(accelerator: string, platform: Platform): string[] {
  return contract.keycaps(accelerator, platform, print);
}

/** The same in one word, for sentences: "Ctrl+Alt+B", on a Mac "⌃⌥B". */
export function shortcutWord(accelerator: string, platform: Platform): string {
  return contract.shortcutWord(accelerator, platform, print);
}
