import type { ReactNode } from 'react';

import type { Destination, Outcome } from '../../electron/contract/transfer';
import { unreachable } from '../../electron/contract/result';
import { Icon } from '../ui/Icon';
import { Kbd } from '../ui/Kbd';
import { shortAge } from './ages';
import { Avatar } from './Avatar';
import { segmentsOf } from './highlight';
import { optionId } from './option-id';
import { isSip } from './people';
import { useMainState, usePopup } from './PopupProvider';
import { addressRowNote, addressRowTitle, rowName } from './row-copy';
import type { AddressRow, Row as RowOf } from './rows';

const outcomeMarks = {
  accepted: { icon: 'ok', className: 'ok' },
  refused: { icon: 'bad', className: 'bad' },
  'not-sent': { icon: 'bad', className: 'bad' },
  unknown: { icon: 'unsure', className: 'unsure' },
  cancelled: { icon: 'x', className: '' },
} as const satisfies Record<Outcome, { icon: string; className: string }>;

/** A note that is cut further than this says nothing. */
const leastSubLetters = 5;

type Ranges = readonly (readonly [number, number])[];

function Marked({ text, ranges }: { readonly text: string; readonly ranges: Ranges }) {
  return segmentsOf(text, ranges).map((segment, index) =>
    segment.matched ? <mark key={index}>{segment.text}</mark> : segment.text,
  );
}

interface WhoProps {
  readonly destination: Destination;
  readonly nameRanges?: Ranges;
  readonly displayRanges?: Ranges;
  readonly tag?: boolean;
}

/** Name, note and number; a number without a name stands in the name's place. */
function Who({ destination, nameRanges = [], displayRanges = [], tag = false }: WhoProps) {
  const { name, note, display, country } = destination;
  const number = <Marked text={display} ranges={displayRanges} />;
  const sub = name === null ? (note ?? country) : note;
  return (
    <>
      <span className="row__who">
        <span className={name === null ? 'row__name clip num' : 'row__name clip'}>
          {name === null ? number : <Marked text={name} ranges={nameRanges} />}
        </span>
        {sub === null ? null : (
          <span
            className={tag ? 'tag clip' : 'row__sub clip'}
            style={{ minInlineSize: `${Math.min(sub.length, leastSubLetters) + 1}ch` }}
          >
            {sub}
          </span>
        )}
      </span>
      <span className={isSip(destination) ? 'row__num row__num--sip clip num' : 'row__num num'}>
        {name === null ? null : number}
      </span>
    </>
  );
}

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
            tag
          />
          <span className="row__end">{enter}</span>
        </>
      );
    default:
      return unreachable(row);
  }
}

const looks = { address: 'row row--tall', match: 'row row--wide', favourite: 'row', recent: 'row' };

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
      title={name}
      onClick={() => typing.select(row.key)}
      onDoubleClick={() => typing.press({ kind: 'enter' })}
    >
      <Content row={row} selected={selected} now={now} language={state.language} />
    </div>
  );
}
