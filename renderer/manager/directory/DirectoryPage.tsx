import type { PageProps } from '../page';
import { FavouriteGroup } from './favourites/FavouriteGroup';
import { FileGroup } from './files/FileGroup';
import { PeopleGroup } from './people/PeopleGroup';

export function DirectoryPage({ state }: PageProps) {
  return (
    <>
      <FavouriteGroup state={state} />
      <FileGroup state={state} />
      <PeopleGroup state={state} />
    </>
  );
}
