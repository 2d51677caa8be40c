import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import type { Destination } from '../../../../electron/contract/transfer';
import { bridge } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import { changeSetting } from '../../change-setting';
import { settingFailure, type FailureText } from '../../failures';
import type { PageProps } from '../../page';
import { announce } from '../../store';
import { Group } from '../../widgets/Group';
import { Failed, Problem, spoken } from '../../widgets/Problem';
import { directoryFailure } from '../directory-failures';
import { canonicalAddress } from '../favourites/canonical-address';
import { toggled } from '../favourites/favourites';
import { DirectoryPages } from './directory-pages';
import { PeopleList } from './PeopleList';

const longestText = 200;

/** Everybody in the directory, to look through and to star. */
export function PeopleGroup({ state }: PageProps) {
  const { favourites, region } = state.settings;
  const managed = state.sources.favourites === 'enforced';
  const [pages] = useState(
    () => new DirectoryPages((request) => bridge.call('directory:page', request)),
  );
  const view = useSyncExternalStore(pages.subscribe, pages.view, pages.view);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<FailureText | null>(null);
  const list = useRef<{ focusFirst: () => void }>(null);

  // Every push brings a summary of its own; only another content is another directory.
  const content = JSON.stringify(state.directory);
  useEffect(() => {
    pages.look(text.trim());
  }, [pages, text, content]);

  const { total } = view;
  useEffect(() => {
    if (total !== null && view.text !== '') {
      announce(t('manager.directory.people.count', { count: total }));
    }
  }, [total, view.text]);

  const starredAddresses = useMemo(
    () => new Set(favourites.map(({ address }) => canonicalAddress(address, region) ?? address)),
    [favourites, region],
  );
  const isStarred = (address: string) => starredAddresses.has(address);

  const star = async (destination: Destination) => {
    const starred = isStarred(destination.address);
    const name = destination.name ?? destination.display;
    const reply = await changeSetting((settings) => ({
      key: 'favourites',
      value: toggled(settings.favourites, destination, settings.region),
    }));
    const refusal = reply.ok ? null : settingFailure(reply.error);
    setFailure(refusal);
    announce(
      refusal === null
        ? t(`manager.directory.people.${starred ? 'unstarred' : 'starred'}`, { name })
        : spoken(refusal),
    );
  };

  const directoryEmpty = state.directory.ready && state.directory.entries === 0;
  return (
    <Group title={t('manager.directory.people.heading')} setting="people">
      <div className="people__find">
        <input
          className="input"
          type="search"
          aria-label={t('manager.directory.people.search')}
          placeholder={t('manager.directory.people.search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestText}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            list.current?.focusFirst();
          }}
        />
        <span className="people__count">
          {total === null ? null : t('manager.directory.people.count', { count: total })}
        </span>
      </div>
      <Failed text={failure} />
      {view.failure !== null ? (
        <div className="set__block">
          <Problem text={directoryFailure(view.failure)}>
            <Button onPress={() => pages.look(text.trim())}>{t('manager.actions.tryAgain')}</Button>
          </Problem>
        </div>
      ) : total === null ? (
        <p className="card__note">{t('manager.directory.people.loading')}</p>
      ) : total > 0 ? (
        <PeopleList
          ref={list}
          view={view}
          total={total}
          onNeed={(first, last) => pages.need(first, last)}
          isStarred={isStarred}
          onStar={managed ? null : (destination) => void star(destination)}
        />
      ) : view.text === '' || directoryEmpty ? (
        <p className="card__note">{t('manager.directory.people.empty')}</p>
      ) : (
        <div className="empty empty--first">
          <b>{t('manager.directory.people.none', { text: view.text })}</b>
          <p>{t('manager.directory.people.noneHint')}</p>
        </div>
      )}
    </Group>
  );
}
