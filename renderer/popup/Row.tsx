import type { ReactNode } from 'react';

import type { Outcome } from '../../electron/contract/transfer';
import { unreachable } from '../../electron/contract/result';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { t } from '../ui/texts';
import { shortAge } from './ages';
import { Avatar } from './Avatar';
import { optionId } from './option-id';
import { isSip } from './people';
import { useMainState, usePopup } from './PopupProvider';
import { addressRowDoubts, addressRowNote, addressRowTitle, rowName } from './row-copy';
import type { AddressRow, Row as RowOf } from './rows';
import { Tip } from './Tip';
import { Who } from './Who';

const outcomeMarks = {
  accepted: { icon: 'ok', className: 'ok' },
  refused: { icon: 'bad', className: 'bad' },
  'not-sent': { icon: 'bad', className: 'bad' },
  unknown: { icon: 'unsure', className: 'unsure' },
  cancelled: { icon: 'x', className: '' },
} as const satisfies Record<Outcome, { icon: string; className: string }>;

function AddressContent({
  row,
  selected,
}: {
  readonly row: AddressRow;
  readonly selected: boolean;
}) {
  return (
    <>
      <span className="row__lead">
        <Icon name={isSip(row.destination) ? 'at' : 'phone'} />
      </span>
      <span className="row__stack">
        <span className="row__name clip">{addressRowTitle(row)}</span>
        <span className="row__note clip">{addressRowNote(row)}</span>
        {addressRowDoubts(row).map(({ isWarning, text }) => (
          <span key={text} className={isWarning ? 'row__doubt unsure' : 'row__doubt'}>
            <Icon name={isWarning ? 'warning' : 'info'} />
            {text}
          </span>
        ))}
      </span>
      {selected ? <Kbd keyName="Enter" /> : null}
    </>
  );
}

interface ContentProps {
  readonly row: RowOf;
  readonly selected: boolean;
  readonly now: number;
  readonly language: string;
}

function Content({ row, selected, now, language }: ContentProps): ReactNode {
  const enter = selected ? <Kbd keyName="Enter" /> : null;
  const { destination } = row;
  switch (row.kind) {
    case 'address':
      return <AddressContent row={row} selected={selected} />;
    case 'clipboard':
      return (
        <>
          <span className="row__lead">
            <Icon name="clip" />
          </span>
          <Who destination={destination} origin={t('popup.list.fromClipboard')} />
          <span className="row__end">{enter ?? <Kbd keyName="0" />}</span>
        </>
      );
    case 'favourite':
      return (
        <>
          <span className="row__lead">
            <Avatar destination={destination} />
          </span>
          <Who destination={destination} />
          <span className="row__end">{enter ?? <Kbd keyName={String(row.digit)} />}</span>
        </>
      );
    case 'recent': {
      const mark = outcomeMarks[row.outcome];
      return (
        <>
          <span className="row__lead">
            <Icon name={mark.icon} className={mark.className} />
          </span>
          <Who destination={destination} />
          <span className="row__end">{enter ?? shortAge(row.at, now, language)}</span>
        </>
      );
    }
    case 'match':
      return (
        <>
          <span className="row__lead">
            <Avatar destination={destination} />
          </span>
          <Who
            destination={destination}
            nameRanges={row.nameMatches}
            displayRanges={row.displayMatches}
            noteRanges={row.noteMatches}
            tag
          />
          <span className="row__end">{enter}</span>
        </>
      );
    case 'look-alike':
      return (
        <>
          <span className="row__lead">
            <Avatar destination={destination} />
          </span>
          <Who destination={destination} displayRanges={row.differs} />
          <span className="row__end">{enter}</span>
        </>
      );
    default:
      return unreachable(row);
  }
}

const looks = {
  address: 'row row--tall',
  clipboard: 'row',
  favourite: 'row',
  recent: 'row',
  match: 'row row--wide',
  'look-alike': 'row row--wide',
} as const satisfies Record<RowOf['kind'], string>;

interface RowProps {
  readonly row: RowOf;
  readonly selected: boolean;
  /** Epoch milliseconds, for the ages. */
  readonly now: number;
}

/** One row of the list. A click selects, a double click transfers. */
export function Row({ row, selected, now }: RowProps) {
  const { typing } = usePopup();
  const state = useMainState();
  const name = rowName(row, state, now);
  return (
    <div
      className={looks[row.kind]}
      role="option"
      id={optionId(row.key)}
      aria-selected={selected}
      aria-label={name}
      onClick={() => typing.select(row.key)}
      onDoubleClick={() => typing.press({ kind: 'enter' })}
    >
      <Content row={row} selected={selected} now={now} language={state.language} />
      <Tip text={name} />
    </div>
  );
}
