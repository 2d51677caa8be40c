import type { Favourite } from '../../../../electron/contract/settings';
import { Icon } from '../../../ui/Icon';
import { t } from '../../../ui/texts';
import type { Platform } from '../../shortcuts/accelerator';
import { KeyCombination } from '../../widgets/KeyCombination';
import { readableAddress } from './canonical-address';
import { withKeys } from './favourites';

interface FavouriteTextProps {
  readonly favourite: Favourite;
  readonly region: string;
}

/** Who it is: name, team and role over the number. */
export function FavouriteText({ favourite, region }: FavouriteTextProps) {
  const number = readableAddress(favourite.address, region);
  return (
    <span className="person__text">
      <span className="person__name">
        <b className="clip" dir="auto" title={favourite.name}>
          {favourite.name}
        </b>
        {favourite.note === undefined ? null : (
          <span className="tag clip" dir="auto" title={favourite.note}>
            {favourite.note}
          </span>
        )}
        {favourite.role === undefined ? null : (
          <span className={`tag tag--role tag--${favourite.role}`}>
            {t(`roles.${favourite.role}`)}
          </span>
        )}
      </span>
      <small className="num clip" dir="ltr" title={number}>
        {number}
      </small>
    </span>
  );
}

interface FavouriteKeyProps {
  /** From 0. */
  readonly place: number;
  readonly platform: Platform;
}

/** The key of one of the first nine. */
export function FavouriteKey({ place, platform }: FavouriteKeyProps) {
  const modifier = platform === 'darwin' ? 'Command' : 'Alt';
  return (
    <span className="favourite__key">
      {place < withKeys ? (
        <KeyCombination accelerator={`${modifier}+${place + 1}`} platform={platform} />
      ) : null}
    </span>
  );
}

interface NudgeProps {
  readonly name: string;
  readonly to: 'up' | 'down';
  /** At that end of the list already. It keeps the focus. */
  readonly off: boolean;
  readonly onPress: () => void;
}

/** Moves by one place, for who cannot drag. */
export function Nudge({ name, to, off, onPress }: NudgeProps) {
  const label = t(`manager.directory.favourites.${to}`, { name });
  return (
    <button
      type="button"
      className={`nudge nudge--${to}`}
      aria-label={label}
      title={label}
      aria-disabled={off ? true : undefined}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      <Icon name="down" />
    </button>
  );
}

const dots = [4, 8, 12].flatMap((y) => [6, 10].map((x) => ({ x, y })));

/** What a row is taken hold of by. */
export function Grip() {
  return (
    <svg className="ic" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      {dots.map(({ x, y }) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r={1.1} />
      ))}
    </svg>
  );
}
