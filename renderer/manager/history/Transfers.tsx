import type { RefObject } from 'react';

import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { Problem } from '../widgets/Problem';
import { everything, isFiltering } from './filter';
import { historyFailure } from './history-failures';
import type { HistoryModel } from './history-model';
import type { HistoryState } from './history-state';
import { TransferGrid } from './TransferGrid';

interface TransfersProps {
  readonly history: HistoryState;
  readonly model: HistoryModel;
  readonly rowHeight: number;
  readonly language: string;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly isCovered: boolean;
}

/** The table, or what is to be said where there is nothing to show in it. */
export function Transfers(props: TransfersProps) {
  const { history, model, isCovered } = props;
  const { list, failure } = history;
  return (
    <div className="tablewrap" inert={isCovered}>
      {failure === null ? null : (
        <div className="tablewrap__problem">
          <Problem text={historyFailure(failure)}>
            <Button onPress={() => model.reload()}>{t('manager.actions.tryAgain')}</Button>
          </Problem>
        </div>
      )}
      {list === null ? (
        failure === null ? (
          <span className="vh">{t('manager.history.loading')}</span>
        ) : null
      ) : list.cache.total > 0 ? (
        <TransferGrid {...props} />
      ) : isFiltering(list.choice) ? (
        <div className="hist__empty">
          <p>{t('manager.history.nothingFound')}</p>
          <Button onPress={() => model.filterBy(everything)}>
            {t('manager.history.clearFilter')}
          </Button>
        </div>
      ) : (
        <div className="hist__empty">
          <p>{t('manager.history.empty')}</p>
        </div>
      )}
    </div>
  );
}
