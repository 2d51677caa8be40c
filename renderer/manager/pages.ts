import type { ReactNode } from 'react';

import { settingsRoutes, type SettingsRoute } from '../../electron/contract/manager';
import type { IconName } from '../ui/icon-drawings';
import { AboutPage } from './about/AboutPage';
import { AccountPage } from './account/AccountPage';
import { BehaviourPage } from './behaviour/BehaviourPage';
import { DirectoryPage } from './directory/DirectoryPage';
import { LinesPage } from './lines/LinesPage';
import type { PageProps } from './page';
import { PrivacyPage } from './privacy/PrivacyPage';
import { ShortcutsPage } from './shortcuts/ShortcutsPage';

interface PageEntry {
  readonly icon: IconName;
  readonly Page: (props: PageProps) => ReactNode;
}

/** A page joins with its row here and its name under `manager.pages` in the texts. */
const entries: Record<SettingsRoute, PageEntry> = {
  account: { icon: 'key', Page: AccountPage },
  lines: { icon: 'lines', Page: LinesPage },
  directory: { icon: 'book', Page: DirectoryPage },
  shortcuts: { icon: 'keyboard', Page: ShortcutsPage },
  behaviour: { icon: 'sliders', Page: BehaviourPage },
  privacy: { icon: 'shield', Page: PrivacyPage },
  about: { icon: 'info', Page: AboutPage },
};

export const pages = settingsRoutes.map((route) => ({ route, ...entries[route] }));
