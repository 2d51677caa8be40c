import { useLayoutEffect, useState, type RefObject } from 'react';

interface Measures {
  /** Height of a row in CSS pixels; it grows with the text. */
  readonly rowHeight: number;
  /** Too narrow for the details beside the table. */
  readonly isNarrow: boolean;
  /** Too narrow for every column. */
  readonly isTight: boolean;
}

/** Widths below which that is so, in rem: 1000 and 736 px at the usual text size. */
const narrowRem = 62.5;
const tightRem = 46;
const rowRem = 2.75;

/** Measures the view; again when its size or the size of the text changes. */
export function useMeasures(
  view: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
): Measures {
  const [measures, setMeasures] = useState<Measures>({
    rowHeight: rowRem * 16,
    isNarrow: false,
    isTight: false,
  });
  useLayoutEffect(() => {
    const measure = () => {
      const rem = probe.current?.getBoundingClientRect().width ?? 0;
      const width = view.current?.clientWidth ?? 0;
      if (rem === 0 || width === 0) return;
      const rowHeight = Math.round(rowRem * rem);
      const isNarrow = width < narrowRem * rem;
      const isTight = width < tightRem * rem;
      setMeasures((before) =>
        before.rowHeight === rowHeight && before.isNarrow === isNarrow && before.isTight === isTight
          ? before
          : { rowHeight, isNarrow, isTight },
      );
    };
    const observer = new ResizeObserver(measure);
    for (const { current } of [view, probe]) if (current !== null) observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [view, probe]);
  return measures;
}
