import type { ReactNode } from 'react';

import { managerRoutes, type ManagerRoute } from '../../electron/contract/manager';
import type { IconName } from '../ui/icon-drawings';
import { AboutPage } from './about/AboutPage';
import { AccountPage } from './account/AccountPage';
import { LinesPage } from './lines/LinesPage';
import type { PageProps } from './page';
import { ShortcutsPage } from './shortcuts/ShortcutsPage';

interface PageEntry {
  readonly icon: IconName;
  readonly Page: (props: PageProps) => ReactNode;
}

/** A page joins with its row here and its name under `manager.pages` in the texts. */
const entries: Record<ManagerRoute, PageEntry> = {
  account: { icon: 'key', Page: AccountPage },
  lines: { icon: 'lines', Page: LinesPage },
  shortcuts: { icon: 'keyboard', Page: ShortcutsPage },
  about: { icon: 'info', Page: AboutPage },
};

export const pages = managerRoutes.map((route) => ({ route, ...entries[route] }));
