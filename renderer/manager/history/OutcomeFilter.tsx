import type { Outcome } from '../../../electron/contract/transfer';
import { t } from '../../ui/texts';
import { number } from './formats';
import { sumOf } from './history-state';

interface OutcomeFilterProps {
  readonly counts: Readonly<Record<Outcome, number>> | null;
  readonly outcome: Outcome | null;
  readonly language: string;
  readonly onChange: (outcome: Outcome | null) => void;
}

/** In the order of the bar, and whether an outcome stands there that no attempt has. */
const options: readonly (readonly [outcome: Outcome, always: boolean])[] = [
  ['accepted', true],
  ['refused', true],
  ['not-sent', false],
  ['unknown', true],
  ['cancelled', false],
];

/** The outcome as a bar of buttons with counts. */
export function OutcomeFilter({ counts, outcome, language, onChange }: OutcomeFilterProps) {
  const shown = options.filter(
    ([one, always]) => always || one === outcome || (counts !== null && counts[one] > 0),
  );
  const option = (one: Outcome | null, word: string, count: number | null) => (
    <button
      key={one ?? 'all'}
      type="button"
      className="seg__opt"
      aria-pressed={one === outcome}
      onClick={() => onChange(one)}
    >
      {word}
      {count === null ? null : <span className="count num">{number(count, language)}</span>}
    </button>
  );
  return (
    <div className="seg" role="group" aria-label={t('manager.history.tools.outcome')}>
      {option(null, t('manager.history.tools.all'), counts === null ? null : sumOf(counts))}
      {shown.map(([one]) =>
        option(one, t(`outcomes.${one}`), counts === null ? null : counts[one]),
      )}
    </div>
  );
}
