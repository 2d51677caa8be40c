import type { DirectorySource } from '../../../../electron/contract/directory';
import type { Language } from '../../../../electron/contract/languages';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import { momentText } from '../../moment-text';
import { Problem } from '../../widgets/Problem';
import { fileFailure } from '../directory-failures';

export interface SourceActions {
  readonly onReadAgain: (source: DirectorySource) => void;
  readonly onShowRejected: (source: DirectorySource) => void;
  readonly onWatch: (source: DirectorySource) => void;
  readonly onRemove: (source: DirectorySource) => void;
}

interface SourceRowProps extends SourceActions {
  readonly source: DirectorySource;
  readonly language: Language;
  /** False where the administrator names the files. */
  readonly mayChangeWatched: boolean;
}

/** A file that entries come from: what it gave, what is wrong with it, what can be done. */
export function SourceRow(props: SourceRowProps) {
  const { source, language, mayChangeWatched } = props;
  const { name, kind } = source;
  const watched = kind === 'watched';
  const removal = watched ? 'stopWatching' : 'remove';
  const named = (action: 'readAgain' | 'showRejected' | 'watch' | 'stopWatching' | 'remove') =>
    t('manager.directory.source.named', { action: t(`manager.directory.source.${action}`), name });
  return (
    <li className="source">
      <div className="source__text">
        <b>
          {name} <span className="tag">{t(`manager.directory.source.${kind}`)}</span>
        </b>
        <small className="mono" dir="ltr">
          {source.path}
        </small>
        <small>{summaryOf(source, language)}</small>
      </div>
      {source.error === null ? null : <Problem tone="unsure" text={fileFailure(source.error)} />}
      <span className="source__acts">
        <Button label={named('readAgain')} onPress={() => props.onReadAgain(source)}>
          {t('manager.directory.source.readAgain')}
        </Button>
        {source.rejected === 0 ? null : (
          <Button label={named('showRejected')} onPress={() => props.onShowRejected(source)}>
            {t('manager.directory.source.showRejected')}
          </Button>
        )}
        {watched || !mayChangeWatched ? null : (
          <Button label={named('watch')} onPress={() => props.onWatch(source)}>
            {t('manager.directory.source.watch')}
          </Button>
        )}
        {watched && !mayChangeWatched ? null : (
          <Button look="danger" label={named(removal)} onPress={() => props.onRemove(source)}>
            {t(`manager.directory.source.${removal}`)}
          </Button>
        )}
      </span>
    </li>
  );
}

function summaryOf({ entries, rejected, loadedAt }: DirectorySource, language: Language): string {
  const parts = [
    t('manager.directory.source.entries', { count: entries }),
    ...(rejected === 0 ? [] : [t('manager.directory.source.rejected', { count: rejected })]),
    loadedAt === null
      ? t('manager.directory.source.neverRead')
      : t('manager.directory.source.readAt', { at: momentText(loadedAt, Date.now(), language) }),
  ];
  return new Intl.ListFormat(language, { style: 'short', type: 'unit' }).format(parts);
}
