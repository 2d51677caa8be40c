import { t } from '../../ui/texts';
import { dateOf, dayKinds, type DayChoice, type DayKind } from './day';
import { Pick } from './Pick';

interface DayPickProps {
  readonly day: DayChoice;
  readonly onChange: (day: DayChoice) => void;
}

/** Which days: a menu, and a date field for a single one. */
export function DayPick({ day, onChange }: DayPickProps) {
  const today = dateOf(Date.now());
  const choose = (kind: DayKind) => onChange(kind === 'date' ? { kind, date: today } : { kind });
  return (
    <>
      <Pick
        label={t('manager.history.tools.day')}
        options={dayKinds.map((value) => ({
          value,
          label: t(`manager.history.tools.days.${value}`),
        }))}
        value={day.kind}
        onChange={choose}
      />
      {day.kind === 'date' ? (
        <input
          className="input tools__date num"
          type="date"
          aria-label={t('manager.history.tools.date')}
          value={day.date}
          max={today}
          required
          onChange={({ target }) => {
            // An incomplete date has no value: the day of before stays meanwhile.
            if (target.value !== '') onChange({ kind: 'date', date: target.value });
          }}
        />
      ) : null}
    </>
  );
}
