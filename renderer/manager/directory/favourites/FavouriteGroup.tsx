import { useRef, useState } from 'react';

import type { Favourite, Settings } from '../../../../electron/contract/settings';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import { changeSetting } from '../../change-setting';
import { settingFailure, type FailureText } from '../../failures';
import type { PageProps } from '../../page';
import { shortcutWord } from '../../shortcuts/keycaps';
import { announce } from '../../store';
import { Group } from '../../widgets/Group';
import { Failed, spoken } from '../../widgets/Problem';
import { ManagedMark } from '../../widgets/ValueRow';
import { FavouriteForm } from './FavouriteForm';
import { FavouriteList } from './FavouriteList';
import { FavouriteKey, FavouriteText } from './FavouriteParts';
import { mostFavourites } from './favourites';

/** Changes the list; answers what went wrong, or null. */
async function change(
  make: (favourites: Settings['favourites']) => readonly Favourite[],
): Promise<FailureText | null> {
  const reply = await changeSetting(({ favourites }) => ({
    key: 'favourites',
    value: [...make(favourites)],
  }));
  return reply.ok ? null : settingFailure(reply.error);
}

/** Who has a key in the popup. */
export function FavouriteGroup({ state }: PageProps) {
  const { favourites, region } = state.settings;
  const { platform } = state;
  const managed = state.sources.favourites === 'enforced';
  /** Place of the one in the form, or a new one; null: the form is closed. */
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);

  const tell = (refusal: FailureText | null, done: string) => {
    setFailure(refusal);
    announce(refusal === null ? done : spoken(refusal));
  };

  const reorder = async (
    order: (list: readonly Favourite[]) => readonly Favourite[],
    moved: Favourite,
  ) => {
    const { name, address } = moved;
    // As it was left, which is not always as it was painted when the key came.
    let place = 0;
    let count = 0;
    const refusal = await change((list) => {
      const ordered = order(list);
      place = ordered.findIndex((one) => one.name === name && one.address === address) + 1;
      count = ordered.length;
      return ordered;
    });
    // It may have been removed a moment ago.
    if (refusal === null && place === 0) return;
    tell(refusal, t('manager.directory.favourites.moved', { name, place, count }));
  };

  const remove = async (place: number) => {
    const gone = favourites[place];
    if (gone === undefined) return;
    let left = favourites.length;
    const refusal = await change((list) => {
      // Another one may have been removed a moment ago: the place is not the same any more.
      const at = list.findIndex(
        ({ name, address }) => name === gone.name && address === gone.address,
      );
      const rest = list.filter((_, index) => index !== at);
      left = rest.length;
      return rest;
    });
    tell(refusal, t('manager.directory.favourites.removed', { name: gone.name }));
    // The last row takes the list with it.
    if (refusal === null && left === 0) addButton.current?.focus();
  };

  const save = async (favourite: Favourite) => {
    const place = editing === 'new' ? null : editing;
    const refusal = await change((list) =>
      place === null
        ? [...list, favourite]
        : list.map((one, index) => (index === place ? favourite : one)),
    );
    if (refusal === null) {
      announce(t('manager.directory.favourites.saved', { name: favourite.name }));
    }
    return refusal;
  };

  const full = favourites.length >= mostFavourites;
  return (
    <Group title={t('manager.directory.favourites.heading')} setting="favourites" managed={managed}>
      {favourites.length === 0 ? (
        <p className="card__note">{t('manager.directory.favourites.empty')}</p>
      ) : managed ? (
        <ManagedFavourites state={state} />
      ) : (
        <FavouriteList
          favourites={favourites}
          region={region}
          platform={platform}
          onReorder={(order, moved) => void reorder(order, moved)}
          onEdit={setEditing}
          onRemove={(place) => void remove(place)}
        />
      )}
      <Failed text={failure} />
      {managed ? null : (
        <div className="card__acts card__acts--spread">
          <span className="card__count">
            {full
              ? t('manager.directory.favourites.full')
              : favourites.length === 0
                ? null
                : t('manager.directory.favourites.hint', {
                    up: shortcutWord('Alt+Up', platform),
                    down: shortcutWord('Alt+Down', platform),
                  })}
          </span>
          <Button ref={addButton} unavailable={full} onPress={() => setEditing('new')}>
            {t('manager.directory.favourites.add')}
          </Button>
        </div>
      )}
      {editing === null ? null : (
        <FavouriteForm
          favourites={favourites}
          place={editing === 'new' ? null : editing}
          region={region}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
    </Group>
  );
}

/** What the administrator chose: in its order, to read. */
function ManagedFavourites({ state }: PageProps) {
  const { favourites, region } = state.settings;
  return (
    <ol className="favourites" aria-label={t('manager.directory.favourites.list')}>
      {favourites.map((favourite, place) => (
        <li key={place} className="favourite set--locked">
          <FavouriteKey place={place} platform={state.platform} />
          <FavouriteText favourite={favourite} region={region} />
          <ManagedMark />
        </li>
      ))}
    </ol>
  );
}
