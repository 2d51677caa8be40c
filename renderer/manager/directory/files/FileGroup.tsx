import { useRef, useState } from 'react';

import type { DirectorySource, ImportPreview } from '../../../../electron/contract/directory';
import { bridge } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import { changeSetting } from '../../change-setting';
import { settingFailure, type FailureText } from '../../failures';
import type { PageProps } from '../../page';
import { announce } from '../../store';
import { Confirm } from '../../widgets/Confirm';
import { Group } from '../../widgets/Group';
import { Failed, spoken } from '../../widgets/Problem';
import { directoryFailure } from '../directory-failures';
import { ImportDialog } from './ImportDialog';
import { RejectedDialog } from './RejectedDialog';
import { SourceRow } from './SourceRow';
import { WatchField } from './WatchField';
import { watching } from './watched-files';

/** The files that the directory is made of. */
export function FileGroup({ state }: PageProps) {
  const { sources, ready, entries } = state.directory;
  const managed = state.sources.directory === 'enforced';
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [rejectedOf, setRejectedOf] = useState<DirectorySource | null>(null);
  const [removing, setRemoving] = useState<DirectorySource | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const importButton = useRef<HTMLButtonElement>(null);

  const report = (text: FailureText) => {
    setFailure(text);
    announce(spoken(text));
  };

  const choose = async () => {
    if (choosing) return;
    setFailure(null);
    setChoosing(true);
    const reply = await bridge.call('directory:choose', null);
    setChoosing(false);
    if (!reply.ok) return report(directoryFailure(reply.error));
    setPreview(reply.value);
    return undefined;
  };

  const readAgain = async ({ id, name }: DirectorySource) => {
    setFailure(null);
    announce(t('manager.directory.source.reading', { name }));
    const reply = await bridge.call('directory:reload', { sourceId: id });
    if (!reply.ok) return report(directoryFailure(reply.error));
    announce(t('manager.directory.source.readAgainDone', { name }));
    return undefined;
  };

  /** Main takes an import out of its store, and a watched file out of the settings. */
  const forget = async ({ id }: DirectorySource): Promise<boolean> => {
    const reply = await bridge.call('directory:remove', { sourceId: id });
    if (!reply.ok) report(directoryFailure(reply.error));
    return reply.ok;
  };

  const watch = async (source: DirectorySource) => {
    setFailure(null);
    const reply = await changeSetting((settings) => {
      const wanted = watching(settings.directory, source.path);
      return { key: 'directory', value: wanted.ok ? wanted.value : settings.directory };
    });
    if (!reply.ok) return report(settingFailure(reply.error));
    // Watched now: the same entries as an import would stand there twice.
    if (!(await forget(source))) return undefined;
    announce(t('manager.directory.source.watchedNow', { name: source.name }));
    importButton.current?.focus();
    return undefined;
  };

  const remove = async (source: DirectorySource) => {
    setFailure(null);
    if (!(await forget(source))) return;
    announce(t('manager.directory.source.removed', { name: source.name }));
    // The button that was pressed is gone with its row.
    importButton.current?.focus();
  };

  return (
    <Group title={t('manager.directory.files')} setting="files" managed={managed}>
      {sources.length === 0 ? (
        <div className="empty empty--first">
          <b>{t('manager.directory.filesEmpty.title')}</b>
          <p>{t('manager.directory.filesEmpty.body')}</p>
        </div>
      ) : (
        <ul className="sources" aria-label={t('manager.directory.files')}>
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              language={state.language}
              mayChangeWatched={!managed}
              onReadAgain={(one) => void readAgain(one)}
              onShowRejected={setRejectedOf}
              onWatch={(one) => void watch(one)}
              onRemove={setRemoving}
            />
          ))}
        </ul>
      )}
      <Failed text={failure} />
      {managed ? (
        <p className="card__note">{t('manager.directory.managedFiles')}</p>
      ) : (
        <WatchField directory={state.settings.directory} />
      )}
      <div className="card__acts card__acts--spread">
        <span className="card__count">
          {ready
            ? t('manager.directory.total', { count: entries })
            : t('manager.directory.notReady')}
        </span>
        <Button
          ref={importButton}
          look={entries === 0 ? 'primary' : 'plain'}
          unavailable={choosing}
          onPress={() => void choose()}
        >
          {choosing ? t('manager.directory.choosing') : t('manager.directory.import')}
        </Button>
      </div>
      {preview === null ? null : (
        <ImportDialog
          preview={preview}
          language={state.language}
          onClose={() => setPreview(null)}
        />
      )}
      {rejectedOf === null ? null : (
        <RejectedDialog
          sourceId={rejectedOf.id}
          name={rejectedOf.name}
          onClose={() => setRejectedOf(null)}
        />
      )}
      <Confirm
        isOpen={removing !== null}
        title={t(
          removing?.kind === 'watched'
            ? 'manager.directory.source.stopTitle'
            : 'manager.directory.source.removeTitle',
          { name: removing?.name ?? '' },
        )}
        body={t('manager.directory.source.removeBody', { count: removing?.entries ?? 0 })}
        verb={t('manager.actions.remove')}
        onConfirm={() => {
          if (removing !== null) void remove(removing);
        }}
        onClose={() => setRemoving(null)}
      />
    </Group>
  );
}
