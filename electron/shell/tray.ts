import { join } from 'node:path';

import {
  Menu,
  nativeImage,
  nativeTheme,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage,
} from 'electron';

import {
  trayMenu,
  trayTooltip,
  type TrayCommand,
  type TrayEntry,
  type TrayModel,
  type TrayState,
} from './tray-menu';

export interface TrayIconOptions {
  /** Folder of the rendered icons. */
  readonly icons: string;
  readonly platform: NodeJS.Platform;
  readonly run: (command: TrayCommand) => void;
}

const wordsOf = (model: TrayModel): string => JSON.stringify([trayTooltip(model), trayMenu(model)]);

/** The icon in the tray, and its menu. */
export class TrayIcon {
  readonly #tray: Tray;
  readonly #options: TrayIconOptions;
  #model: TrayModel;
  /** Words and marks of the menu and the tooltip as they are shown now. */
  #shown = '';

  constructor(model: TrayModel, options: TrayIconOptions) {
    this.#options = options;
    this.#model = model;
    this.#tray = new Tray(this.#image(model.state));
    this.#tray.on('click', () => {
      options.run({ kind: 'open' });
    });
    nativeTheme.on('updated', () => {
      this.#tray.setImage(this.#image(this.#model.state));
    });
    this.#show(model);
  }

  update(model: TrayModel): void {
    if (model.state !== this.#model.state) this.#tray.setImage(this.#image(model.state));
    this.#model = model;
    // Setting the menu again closes one that is open: only where something in it has changed, and
    // that may be the language alone.
    if (wordsOf(model) !== this.#shown) this.#show(model);
  }

  destroy(): void {
    this.#tray.destroy();
  }

  #show(model: TrayModel): void {
    this.#shown = wordsOf(model);
    this.#tray.setToolTip(trayTooltip(model));
    this.#tray.setContextMenu(
      Menu.buildFromTemplate(trayMenu(model).map((entry) => this.#item(entry))),
    );
  }

  #item(entry: TrayEntry): MenuItemConstructorOptions {
    switch (entry.type) {
      case 'separator':
        return { type: 'separator' };
      case 'note':
        return { label: entry.label, enabled: false };
      case 'submenu':
        return { label: entry.label, submenu: entry.entries.map((child) => this.#item(child)) };
      case 'choice':
        return {
          label: entry.label,
          type: 'checkbox',
          checked: entry.checked,
          enabled: entry.enabled,
          click: () => {
            this.#run(entry.command);
          },
        };
      case 'command':
        return {
          label: entry.label,
          click: () => {
            this.#run(entry.command);
          },
        };
    }
  }

  #run(command: TrayCommand): void {
    this.#options.run(command);
    // A check mark toggles by itself; the model says what is so.
    this.#show(this.#model);
  }

  /** macOS tints a template image; elsewhere the panel's shade follows the system theme. */
  #image(state: TrayState): NativeImage {
    if (this.#options.platform === 'darwin') {
      const image = this.#load(`tray-${state}`);
      image.setTemplateImage(true);
      return image;
    }
    return this.#load(`tray-${state}-on-${nativeTheme.shouldUseDarkColors ? 'dark' : 'light'}`);
  }

  #load(name: string): NativeImage {
    const image = nativeImage.createEmpty();
    const size = this.#options.platform === 'linux' ? 22 : 16;
    for (const scaleFactor of [1, 2]) {
      const file = join(this.#options.icons, `${name}-${size}@${scaleFactor}x.png`);
      image.addRepresentation({ scaleFactor, buffer: nativeImage.createFromPath(file).toPNG() });
    }
    return image;
  }
}
