import { RadioButton, RadioField } from 'react-aria-components';

import { t } from '../../ui/texts';

interface PracticeRowProps {
  readonly value: string;
  /** Where its server listens; null: it is not running. */
  readonly url: string | null;
}

/** The built-in line, in its own colour, hatched and named. */
export function PracticeRow({ value, url }: PracticeRowProps) {
  return (
    <div className="line line--practice">
      <RadioField value={value} className="line__field">
        <RadioButton className="line__choice">
          <span className="radio" />
          <span className="line__text">
            <b>{t('manager.lines.practice')}</b>
            <small>{t('manager.lines.practiceNote')}</small>
            <small className={url === null ? undefined : 'mono'}>
              {url ?? t('manager.lines.practiceOff')}
            </small>
          </span>
        </RadioButton>
      </RadioField>
    </div>
  );
}
