import type { Destination } from '../../../../electron/contract/transfer';
import { t } from '../../../ui/texts';

interface PersonRowProps {
  /** Undefined: the row has not come yet. */
  readonly destination: Destination | undefined;
  readonly isStarred: (address: string) => boolean;
  readonly onStar: ((destination: Destination) => void) | null;
  /** The one row of the list that Tab goes to. */
  readonly reachable: boolean;
  readonly onFocus: () => void;
}

/** Somebody of the directory, with the star that makes a favourite of them. */
export function PersonRow(props: PersonRowProps) {
  const { destination, isStarred, onStar, reachable, onFocus } = props;
  const starred = destination !== undefined && isStarred(destination.address);
  const note = destination?.note ?? '';
  const name = destination?.name ?? destination?.display ?? '';
  return (
    <>
      <span className="person__text">
        <span className="person__name">
          <b className="clip" dir="auto" title={name}>
            {destination === undefined ? t('manager.directory.people.loading') : name}
          </b>
          {note === '' ? null : (
            <span className="tag clip" dir="auto" title={note}>
              {note}
            </span>
          )}
          {destination?.role === 'customer' ? (
            <span className="tag tag--role tag--customer">{t('roles.customer')}</span>
          ) : null}
        </span>
        <small className="num clip" dir="ltr" title={destination?.display}>
          {destination?.display}
        </small>
      </span>
      <button
        type="button"
        className="star"
        tabIndex={reachable ? 0 : -1}
        data-starred={starred}
        aria-disabled={destination === undefined || onStar === null ? true : undefined}
        aria-label={t(`manager.directory.people.${starred ? 'unstar' : 'star'}`, { name })}
        onFocus={onFocus}
        onClick={() => {
          if (destination !== undefined) onStar?.(destination);
        }}
      >
        <svg className="ic" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M8 2.1 9.8 5.9l4.1.5-3 2.9.8 4.1L8 11.4l-3.7 2 .8-4.1-3-2.9 4.1-.5z"
            fill={starred ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth={1.3}
            strokeLinejoin="round"
          />
        </svg>
      </button>
    </>
  );
}
