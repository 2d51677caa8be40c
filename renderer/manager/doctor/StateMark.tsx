import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/icon-drawings';
import type { ShownState } from './check-words';

const marks: Readonly<Record<ShownState, { readonly icon: IconName; readonly look: string }>> = {
  good: { icon: 'ok', look: 'ok' },
  warning: { icon: 'unsure', look: 'unsure' },
  bad: { icon: 'bad', look: 'bad' },
  unknown: { icon: 'info', look: 'check__quiet' },
  running: { icon: 'clock', look: 'check__quiet' },
  asking: { icon: 'keyboard', look: 'check__asking' },
};

/** The sign of a state, beside the word that says the same. */
export function StateMark({ state }: { readonly state: ShownState }) {
  const { icon, look } = marks[state];
  return (
    <span className={`check__mark ${look}`}>
      <Icon name={icon} />
    </span>
  );
}
