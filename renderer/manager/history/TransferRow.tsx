import { memo, type ReactNode } from 'react';

import type { EndedAttempt } from '../../../electron/contract/transfer';
import { t } from '../../ui/texts';
import { dayWords, nameOf, tookKnown, tookWords } from './attempt-words';
import { clockTime } from './formats';
import { Outcome } from './Outcome';
import type { CachedRow } from './row-cache';

/** Id of a row's element, for the table's active descendant. */
export const rowId = (index: number): string => `transfer-${index}`;

interface TransferRowProps {
  readonly index: number;
  /** Undefined: not read yet. */
  readonly row: CachedRow | undefined;
  /** CSS pixels below the first row. */
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly withDay: boolean;
  /** The calendar day of now: with it, "Today" becomes "Yesterday". */
  readonly today: string;
  readonly language: string;
  readonly onPress: (index: number) => void;
}

/** A transfer in the table; a quiet place for it until it is read. */
export const TransferRow = memo(function TransferRow(props: TransferRowProps) {
  const { index, row, top, height, isActive, onPress } = props;
  return (
    <div
      id={rowId(index)}
      role="row"
      className="log__row"
      // The row of the names is the first.
      aria-rowindex={index + 2}
      aria-selected={isActive}
      style={{ transform: `translateY(${top}px)`, blockSize: height }}
      onClick={() => onPress(index)}
    >
      {row === undefined || row === null ? (
        <span role="gridcell" aria-colspan={8} className="log__wait">
          {row === null ? t('manager.history.grid.unreadable') : null}
          {row === undefined && isActive ? t('manager.history.grid.rowLoading') : null}
        </span>
      ) : (
        <Cells attempt={row.attempt} withDay={props.withDay} language={props.language} />
      )}
    </div>
  );
});

interface CellsProps {
  readonly attempt: EndedAttempt;
  readonly withDay: boolean;
  readonly language: string;
}

function Cells({ attempt, withDay, language }: CellsProps) {
  const { destination, lineName, role, outcome, status, apiId, startedAt } = attempt;
  return (
    <>
      <span role="gridcell" className="log__time">
        <span className="num">{clockTime(startedAt, language)}</span>
        {withDay ? (
          <small className="num">{dayWords(startedAt, Date.now(), language)}</small>
        ) : null}
      </span>
      <span role="gridcell" className="log__to" title={titleOf(attempt)}>
        {/* In a right-to-left row too, what is cut of a name or number is its end. */}
        <b className={destination.name === null ? 'clip num' : 'clip'} dir="auto">
          {nameOf(destination)}
        </b>
        {destination.name === null ? null : (
          <small className="clip num" dir="ltr">
            {destination.display}
          </small>
        )}
      </span>
      <span role="gridcell" className="clip" title={lineName}>
        {lineName}
      </span>
      <span role="gridcell" className="clip log__extra" title={t(`roles.${role}`)}>
        {t(`roles.${role}`)}
      </span>
      <span role="gridcell" title={t(`outcomes.${outcome}`)}>
        <Outcome outcome={outcome}>{t(`outcomes.${outcome}`)}</Outcome>
      </span>
      <span role="gridcell" className="num log__extra">
        {status === null ? <None /> : status}
      </span>
      <span
        role="gridcell"
        className="clip log__id log__extra"
        dir="ltr"
        title={apiId ?? undefined}
      >
        {apiId === null ? <None /> : <span className="mono">{apiId}</span>}
      </span>
      <span role="gridcell" className="num log__end">
        {tookKnown(attempt) ? tookWords(attempt, language) : <None />}
      </span>
    </>
  );
}

const titleOf = ({ destination: { name, display } }: EndedAttempt): string =>
  name === null ? display : `${name}, ${display}`;

/** A value that there is not: a dash for the eye, a word for the ear. */
function None(): ReactNode {
  return (
    <>
      <span aria-hidden="true">—</span>
      <span className="vh">{t('manager.history.none')}</span>
    </>
  );
}
