import { Kbd } from '../../ui/Kbd';
import type { Platform } from '../shortcuts/accelerator';
import { keycaps, shortcutWord } from '../shortcuts/keycaps';

interface KeyCombinationProps {
  readonly accelerator: string;
  readonly platform: Platform;
}

/** A combination as keycaps, read as one word. */
export function KeyCombination({ accelerator, platform }: KeyCombinationProps) {
  return (
    <span className="combo" dir="ltr">
      <span className="vh">{shortcutWord(accelerator, platform)}</span>
      {keycaps(accelerator, platform).map((name) => (
        <Kbd key={name} keyName={name} />
      ))}
    </span>
  );
}
