import type { LineView } from '../../electron/contract/popup';
import { Icon } from '../ui/Icon';
import { t } from '../ui/texts';
import { useMainState, usePopup, useView } from './PopupProvider';
import { Tip } from './Tip';

const dots = { ready: 'dot', 'not-ready': 'dot dot--off', practice: 'dot dot--practice' } as const;

export function lineSentence(line: LineView): string {
  const readiness = t(`popup.readiness.${line.readiness}`);
  return t('popup.foot.line', { name: line.name, from: line.from, readiness });
}

/** What the chip and the entries of the list of lines show of a line. */
export function LineFace({ line, more }: { readonly line: LineView; readonly more: boolean }) {
  return (
    <>
      <span className={dots[line.readiness]} />
      <span className="line__name">
        <span className="clip">{line.name}</span>
        {more ? <Icon name="down" /> : null}
      </span>
      <span className="line__from clip num">{t('popup.foot.from', { from: line.from })}</span>
      <Tip text={lineSentence(line)} />
    </>
  );
}

/** The line in use. Where others can be chosen it opens their list; else it is plain text. */
export function LineChip({
  line,
  choosable,
}: {
  readonly line: LineView;
  readonly choosable: boolean;
}) {
  const { lines } = usePopup();
  const { length } = useMainState().lines;
  const open = useView((view) => view.linesOpen);
  const sentence = lineSentence(line);
  if (!choosable || length < 2) {
    return (
      <span className="line" role="img" aria-label={sentence}>
        <LineFace line={line} more={false} />
      </span>
    );
  }
  return (
    <button
      className="line line--choosable"
      type="button"
      aria-haspopup="listbox"
      aria-expanded={open}
      aria-controls={open ? 'lines' : undefined}
      aria-label={sentence}
      onClick={lines.toggle}
    >
      <LineFace line={line} more />
    </button>
  );
}
