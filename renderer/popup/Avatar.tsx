import type { Destination } from '../../electron/contract/transfer';
import { Icon } from '../ui/Icon';
import { initialsOf, isSip, tileColour } from './people';

/** Initials for a name, a sign for a bare number or SIP address. A decoration: hidden from assistive technology. */
export function Avatar({ destination }: { readonly destination: Destination }) {
  const { name } = destination;
  const initials = name === null ? null : initialsOf(name);
  if (name === null || initials === null) {
    return (
      <span className="avatar" aria-hidden="true">
        <Icon name={isSip(destination) ? 'at' : 'phone'} size={14} />
      </span>
    );
  }
  return (
    <span className={`avatar avatar--${tileColour(name)}`} aria-hidden="true">
      {initials}
    </span>
  );
}
