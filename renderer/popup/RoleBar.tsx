import type { Role } from '../../electron/contract/transfer';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { usePopup } from './PopupProvider';
import { roleIcons } from './RoleSign';

const order = ['agent', 'customer'] as const satisfies readonly Role[];

/** As what the new person joins. One Tab stop; arrows and Space switch (see keyboard.ts). */
export function RoleBar({ role }: { readonly role: Role }) {
  const { switchRole } = usePopup();
  return (
    <div className={`rolebar rolebar--${role}`}>
      <span className="rolebar__text" id="role-label">
        {t('popup.role.label')}
      </span>
      <span className="seg" role="radiogroup" aria-labelledby="role-label">
        {order.map((option) => (
          <button
            key={option}
            className="seg__opt"
            type="button"
            role="radio"
            aria-checked={option === role}
            tabIndex={option === role ? 0 : -1}
            onClick={() => switchRole(option)}
          >
            <Icon name={roleIcons[option]} size={14} />
            {t(`roles.${option}`)}
          </button>
        ))}
      </span>
    </div>
  );
}
