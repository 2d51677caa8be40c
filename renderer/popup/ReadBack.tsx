import type { Destination, Role } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { useMainState, usePopup } from './PopupProvider';
import { RoleSign } from './RoleSign';

interface ReadBackProps {
  readonly destination: Destination;
  readonly role: Role;
  /** The role bar says the role and switches it. */
  readonly roleBarOpen: boolean;
}

/**
 * What Enter would do with the selected row, read back before anything is sent: who, the number
 * that is dialled, its country, and as what they join. The line stands right below.
 */
export function ReadBack({ destination, role, roleBarOpen }: ReadBackProps) {
  const { switchRole } = usePopup();
  const { line } = useMainState();
  const { name, display, country } = destination;
  const other = role === 'agent' ? 'customer' : 'agent';
  return (
    <div className="readback">
      <p className="vh" id="read-back">
        {t('popup.readBack', {
          who: [name, display, country].filter((part) => part !== null).join(', '),
          role: t(`rolesInSentence.${role}`),
          line: line.name,
        })}
      </p>
      <p className="readback__who" aria-hidden="true">
        {name === null ? null : (
          <bdi className="readback__name clip" title={name}>
            {name}
          </bdi>
        )}
        <bdi className="num">{display}</bdi>
        {country === null ? null : <span className="readback__country">{country}</span>}
      </p>
      <span className="readback__role" title={t('popup.role.label')}>
        {roleBarOpen ? (
          <span aria-hidden="true">
            <RoleSign role={role} />
          </span>
        ) : (
          <button
            className="readback__switch"
            type="button"
            // Tab opens the role bar, which does the same by keyboard.
            tabIndex={-1}
            aria-label={t('popup.role.switchTo', {
              role: t(`roles.${role}`),
              other: t(`rolesInSentence.${other}`),
            })}
            // The focus stays in the field, where typing goes on.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => switchRole(other)}
          >
            <RoleSign role={role} />
          </button>
        )}
      </span>
    </div>
  );
}
