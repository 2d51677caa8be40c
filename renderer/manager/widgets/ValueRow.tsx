import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { SettingId } from '../search/settings-index';

interface ValueRowProps {
  readonly label: string;
  readonly value: string;
  readonly mono?: boolean;
  /** Set by the administrator: a lock says so, and the value is text, never a disabled field. */
  readonly managed?: boolean;
  readonly hint?: string;
  readonly setting?: SettingId;
}

/** A row that shows a value as text to select. */
export function ValueRow(props: ValueRowProps) {
  const { label, value, mono = true, managed = false, hint } = props;
  return (
    <div className={managed ? 'set set--locked' : 'set'} data-setting={props.setting}>
      <span className="set__label">{label}</span>
      <span className={managed ? 'set__shown' : 'set__shown set__wide'}>
        <span className={mono ? 'set__value mono' : 'set__value'} dir={mono ? 'ltr' : undefined}>
          {value}
        </span>
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
      {managed ? <ManagedMark /> : null}
    </div>
  );
}

/** The lock beside what the administrator set. */
export function ManagedMark() {
  return (
    <span className="lockmark">
      <Icon name="lock" size={14} />
      {t('manager.managed')}
    </span>
  );
}
