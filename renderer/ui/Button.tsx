import type { ReactNode, Ref } from 'react';

import { Icon } from './Icon';
import type { IconName } from './icon-drawings';
import { Kbd } from './Kbd';
import { t } from './texts';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'plain' | 'primary' | 'ghost' | 'danger';
  /** Key printed on the button, as the language prints it, and told to assistive technology: 'Enter', 'Esc', 'Y'. */
  readonly shortcut?: string;
  readonly icon?: IconName;
  /** Keeps the focus and its name, but a press does nothing. */
  readonly unavailable?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly submit?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Names of keys as `aria-keyshortcuts` wants them. */
const ariaKeys: Record<string, string> = { Esc: 'Escape' };

export function Button(props: ButtonProps) {
  const { children, onPress, look = 'plain', shortcut, icon, unavailable = false } = props;
  return (
    <button
      ref={props.ref}
      type={props.submit === true ? 'submit' : 'button'}
      className={look === 'plain' ? 'btn' : `btn btn--${look}`}
      aria-disabled={unavailable ? true : undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={shortcut === undefined ? undefined : (ariaKeys[shortcut] ?? shortcut)}
      onClick={() => {
        if (!unavailable) onPress();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {shortcut === undefined ? null : (
        <Kbd keyName={shortcut === 'Esc' ? t('keys.escape') : shortcut} />
      )}
    </button>
  );
}
