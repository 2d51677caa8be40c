import { useEffect, useRef, useState } from 'react';

import { t } from '../ui/texts';
import { LineFace, lineSentence } from './LineChip';
import { useMainState, usePopup, useView } from './PopupProvider';

/** The lines to choose from, in the place of the suggestions while it is open. */
export function LineList() {
  const { lines, line: inUse } = useMainState();
  const { lines: actions } = usePopup();
  const error = useView((view) => view.lineError);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      lines.findIndex((line) => line.id === inUse.id),
    ),
  );
  const at = Math.min(active, lines.length - 1);

  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`line-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: lines.length - 1,
  };

  return (
    <div className="list lines">
      <div className="section" aria-hidden="true">
        {t('popup.foot.lines')}
      </div>
      <div
        ref={list}
        className="lines__box"
        role="listbox"
        id="lines"
        tabIndex={0}
        aria-label={t('popup.foot.lines')}
        aria-activedescendant={`line-${at}`}
        onKeyDown={(event) => {
          const next = steps[event.key];
          const chosen = lines[at];
          if (next !== undefined) {
            event.preventDefault();
            setActive(Math.max(0, Math.min(lines.length - 1, next)));
          } else if ((event.key === 'Enter' || event.key === ' ') && chosen !== undefined) {
            event.preventDefault();
            if (!event.repeat) void actions.choose(chosen.id);
          }
        }}
      >
        {lines.map((line, index) => (
          <div
            key={line.id}
            className="row row--line"
            role="option"
            id={`line-${index}`}
            aria-selected={index === at}
            aria-label={lineSentence(line)}
            onClick={() => void actions.choose(line.id)}
          >
            <LineFace line={line} />
          </div>
        ))}
      </div>
      {error === null ? null : (
        <p className="lines__error" role="alert">
          {t(`popup.lineErrors.${error}`)}
        </p>
      )}
    </div>
  );
}
