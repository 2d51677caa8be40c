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

interface LineFaceProps {
  readonly line: LineView;
  /** Stands after the name: others can be chosen, or none as it is set. */
  readonly sign?: 'down' | 'lock';
  /** Shown in whole when the pointer rests on it. */
  readonly tip?: string;
}

/** What the chip and the entries of the list of lines show of a line. */
export function LineFace({ line, sign, tip = lineSentence(line) }: LineFaceProps) {
  return (
    <>
      <span className={dots[line.readiness]} />
      <span className="line__name">
        <span className="clip">{line.name}</span>
        {sign === undefined ? null : <Icon name={sign} />}
      </span>
      <span className="line__from clip num">{t('popup.foot.from', { from: line.from })}</span>
      <Tip text={tip} />
    </>
  );
}

/**
 * The line in use. Where others can be chosen it opens their list; else it is plain text, with a lock
 * where the administrator has set it.
 */
export function LineChip({
  line,
  choosable,
}: {
  readonly line: LineView;
  readonly choosable: boolean;
}) {
  const { lines } = usePopup();
  const {
    fixedLine,
    lines: { length },
  } = useMainState();
  const open = useView((view) => view.linesOpen);
  const sentence = lineSentence(line);
  if (!choosable || length < 2) {
    return (
      <span className="line" role="img" aria-label={sentence}>
        <LineFace line={line} />
      </span>
    );
  }
  if (fixedLine !== null) {
    const fixed = `${sentence}. ${t('popup.lineErrors.setting-enforced')}`;
    return (
      <span className="line" role="img" aria-label={fixed}>
        <LineFace line={line} sign="lock" tip={fixed} />
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
      <LineFace line={line} sign="down" />
    </button>
  );
}
