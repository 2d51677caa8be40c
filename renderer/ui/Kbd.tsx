import { Icon } from './Icon';

interface KbdProps {
  /** The key as it is printed, or 'Enter' for the return arrow. */
  readonly keyName: string;
}

/** A keycap. Hidden from assistive technology: the control it stands on carries `aria-keyshortcuts`. */
export function Kbd({ keyName }: KbdProps) {
  return <kbd aria-hidden="true">{keyName === 'Enter' ? <Icon name="ret" /> : keyName}</kbd>;
}
