import type { Destination } from '../../electron/contract/transfer';
import { segmentsOf } from './highlight';
import { isSip } from './people';

/** A note that is cut further than this says nothing. */
const leastSubLetters = 6;

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
  readonly noteRanges?: Ranges;
  /** In the note's place. */
  readonly origin?: string;
  readonly tag?: boolean;
}

/** Name, note and number; a number without a name stands in the name's place. */
export function Who({ destination, origin, tag = false, ...ranges }: WhoProps) {
  const { name, note, display, country } = destination;
  const { nameRanges = [], displayRanges = [], noteRanges = [] } = ranges;
  const number = <Marked text={display} ranges={displayRanges} />;
  const sub = origin ?? (name === null ? (note ?? country) : note);
  return (
    <>
      <span className="row__who">
        <span className={name === null ? 'row__name clip num' : 'row__name clip'}>
          {name === null ? number : <Marked text={name} ranges={nameRanges} />}
        </span>
        {sub === null ? null : (
          <span
            className={tag ? 'tag clip' : 'row__sub clip'}
            style={{
              minInlineSize: `calc(${Math.min(sub.length, leastSubLetters)}ch + ${tag ? 13 : 4}px)`,
            }}
          >
            {sub === note ? <Marked text={sub} ranges={noteRanges} /> : sub}
          </span>
        )}
      </span>
      <span className={isSip(destination) ? 'row__num row__num--sip clip num' : 'row__num num'}>
        {name === null ? null : number}
      </span>
    </>
  );
}
