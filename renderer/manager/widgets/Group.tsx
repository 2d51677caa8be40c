import { useId, type ReactNode } from 'react';

import { t } from '../../ui/texts';

interface GroupProps {
  readonly title: string;
  /** True where the administrator set everything in the group. */
  readonly managed?: boolean;
  readonly children: ReactNode;
}

/** Settings that belong together: a heading over a card of rows. */
export function Group({ title, managed = false, children }: GroupProps) {
  const heading = useId();
  return (
    <section className="group" aria-labelledby={heading}>
      <h2>
        <span id={heading}>{title}</span>
        {managed ? <span className="group__note">{t('manager.setByAdministrator')}</span> : null}
      </h2>
      <div className="card">{children}</div>
    </section>
  );
}
