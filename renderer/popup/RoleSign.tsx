import type { Role } from '../../electron/contract/transfer';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/icon-drawings';
import { t } from '../ui/texts';

export const roleIcons = { agent: 'headset', customer: 'person' } as const satisfies Record<
  Role,
  IconName
>;

/**
 * As what somebody joins, as shape and word. A customer is the rare case that must be seen at a
 * glance: filled where an agent is only framed.
 */
export function RoleSign({
  role,
  inSentence = false,
}: {
  readonly role: Role;
  readonly inSentence?: boolean;
}) {
  return (
    <span className={`role role--${role}`}>
      <Icon name={roleIcons[role]} size={14} />
      {inSentence ? t(`rolesInSentence.${role}`) : t(`roles.${role}`)}
    </span>
  );
}
