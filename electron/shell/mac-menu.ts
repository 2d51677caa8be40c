import type { MenuItemConstructorOptions } from 'electron';

import { t } from './texts';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu bar of macOS, in the language of the interface: Electron's own labels are English. */
export function macMenu(): MenuItemConstructorOptions[] {
  return [
    {
      role: 'appMenu',
      label: t('app.name'),
      submenu: [
        { role: 'about', label: t('tray.about') },
        separator,
        { role: 'services', label: t('menu.services') },
        separator,
        { role: 'hide', label: t('menu.hide') },
        { role: 'hideOthers', label: t('menu.hideOthers') },
        { role: 'unhide', label: t('menu.showAll') },
        separator,
        { role: 'quit', label: t('tray.quit') },
      ],
    },
    {
      role: 'editMenu',
      label: t('menu.edit'),
      submenu: [
        { role: 'undo', label: t('menu.undo') },
        { role: 'redo', label: t('menu.redo') },
        separator,
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'delete', label: t('menu.delete') },
        { role: 'selectAll', label: t('menu.selectAll') },
      ],
    },
  ];
}
