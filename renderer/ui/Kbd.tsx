import { Icon } from './Icon';
import { t } from './texts';

interface KbdProps {
  /** The key as it is printed; the return arrow stands for Enter. */
  readonly keyName: string;
}

/** A keycap. Hidden from assistive technology: the control it stands on carries `aria-keyshortcuts`. */
export function Kbd({ keyName }: KbdProps) {
  return (
    <kbd aria-hidden="true">
      {keyName === 'Enter' || keyName === t('keys.enter') ? <Icon name="ret" /> : keyName}
    </kbd>
  );
}
