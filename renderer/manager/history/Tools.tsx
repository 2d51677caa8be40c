import { memo, type Ref } from 'react';

import type { HistoryLine, HistoryPage } from '../../../electron/contract/history';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { DayPick } from './DayPick';
import { ExportMenu } from './ExportMenu';
import type { FilterChoice } from './filter';
import type { HistoryModel } from './history-model';
import type { Message } from './MessageStrip';
import { OutcomeFilter } from './OutcomeFilter';
import { Pick } from './Pick';

interface ToolsProps {
  readonly filter: FilterChoice;
  /** Null: not known yet. */
  readonly counts: HistoryPage['counts'] | null;
  readonly lines: readonly HistoryLine[];
  readonly model: HistoryModel;
  readonly language: string;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly isCovered: boolean;
  readonly onMessage: (message: Message | null) => void;
  /** The person goes on to the rows. */
  readonly onLeaveDown: () => void;
}

/** Every line has an id of at least one character. */
const allLines = '';

/** The filters, and the export of what they show. Scrolling, which reads more rows, leaves them alone. */
export const Tools = memo(function Tools(props: ToolsProps) {
  const { filter, counts, lines, model, language, onLeaveDown } = props;
  const lineOptions = [
    { value: allLines, label: t('manager.history.tools.allLines') },
    ...lines.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div
      className="tools"
      role="group"
      aria-label={t('manager.history.tools.label')}
      inert={props.isCovered}
    >
      <span className="lookup">
        <Icon name="search" />
        <input
          ref={props.searchRef}
          className="input"
          type="search"
          aria-label={t('manager.history.tools.search')}
          aria-keyshortcuts="Control+F /"
          placeholder={t('manager.history.tools.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={filter.text}
          onChange={({ target }) => model.filterBy({ text: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onLeaveDown();
          }}
        />
      </span>
      <OutcomeFilter
        counts={counts}
        outcome={filter.outcome}
        language={language}
        onChange={(outcome) => model.filterBy({ outcome })}
      />
      <span className="tools__break" />
      <DayPick day={filter.day} onChange={(day) => model.filterBy({ day })} />
      <Pick
        label={t('manager.history.tools.line')}
        options={lineOptions}
        value={filter.lineId ?? allLines}
        onChange={(chosen) => model.filterBy({ lineId: chosen === allLines ? null : chosen })}
      />
      <span className="tools__gap" />
      <ExportMenu filter={filter} language={language} onMessage={props.onMessage} />
    </div>
  );
});
