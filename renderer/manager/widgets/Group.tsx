import { useId, type ReactNode } from 'react';

import { t } from '../../ui/texts';
import type { SettingId } from '../search/settings-index';

interface GroupProps {
  readonly title: string;
  /** True where the administrator set everything in the group. */
  readonly managed?: boolean;
  /** Where the search leads to the group as a whole. */
  readonly setting?: SettingId;
  readonly children: ReactNode;
}

/** Settings that belong together: a heading over a card of rows. */
export function Group({ title, managed = false, setting, children }: GroupProps) {
  const heading = useId();
  return (
    <section className="group" aria-labelledby={heading} data-setting={setting}>
      <h2>
        <span id={heading}>{title}</span>
        {managed ? <span className="group__note">{t('manager.setByAdministrator')}</span> : null}
      </h2>
      <div className="card">{children}</div>
    </section>
  );
}
