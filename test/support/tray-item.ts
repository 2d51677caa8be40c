import { expect } from '@playwright/test';
import { z } from 'zod';

import type { Desktop } from './baton';
import { callBus, type BusCall } from './session-bus';

const watcher = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  name: 'org.kde.StatusNotifierWatcher',
};
const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';

const pixmapsSchema = z.array(z.tuple([z.number(), z.number(), z.array(z.number())]));

const propertiesSchema = z.object({
  Id: z.string(),
  Title: z.string(),
  Status: z.string(),
  Menu: z.string(),
  IconPixmap: pixmapsSchema,
  /** Name of an icon, its pixmaps, title and text. */
  ToolTip: z.tuple([z.string(), pixmapsSchema, z.string(), z.string()]),
});

/** A picture of the item's icon: ARGB, 4 bytes a pixel. */
export interface IconPicture {
  readonly width: number;
  readonly height: number;
  readonly argb: Buffer;
}

const entrySchema = z.object({
  id: z.number(),
  label: z.string(),
  enabled: z.boolean(),
  separator: z.boolean(),
  /** Null where the entry takes no check mark. */
  checked: z.boolean().nullable(),
  get entries() {
    return z.array(entrySchema);
  },
});
export type MenuEntry = z.infer<typeof entrySchema>;

const nodeSchema = z.tuple([
  z.number(),
  z.object({
    label: z.string().default(''),
    type: z.string().default('standard'),
    // Python's dbus gives a boolean as a number.
    enabled: z.coerce.boolean().default(true),
    'toggle-type': z.string().default(''),
    'toggle-state': z.number().default(-1),
  }),
  z.array(z.unknown()),
]);

function entryOf(node: unknown): MenuEntry {
  const [id, properties, children] = nodeSchema.parse(node);
  return {
    id,
    // An underscore announces a mnemonic; two of them stand for one.
    label: properties.label.replace(/_(_?)/g, '$1'),
    enabled: properties.enabled,
    separator: properties.type === 'separator',
    checked: properties['toggle-type'] === '' ? null : properties['toggle-state'] === 1,
    entries: children.map(entryOf),
  };
}

/** The tray's item of Baton, as a panel sees it on the bus. */
export class TrayItem {
  readonly #desktop: Desktop;
  readonly #owner: string;
  readonly #path: string;

  private constructor(desktop: Desktop, owner: string, path: string) {
    this.#desktop = desktop;
    this.#owner = owner;
    this.#path = path;
  }

  /** Waits until exactly one item is registered on the desktop. */
  static async on(desktop: Desktop): Promise<TrayItem> {
    let items: string[] = [];
    await expect(async () => {
      items = await registeredItems(desktop);
      expect(items).toHaveLength(1);
    }).toPass();
    const [item = ''] = items;
    const slash = item.indexOf('/');
    return new TrayItem(desktop, item.slice(0, slash), item.slice(slash));
  }

  async properties(): Promise<{
    readonly id: string;
    readonly title: string;
    readonly status: string;
    readonly tooltip: string;
    readonly icons: readonly IconPicture[];
  }> {
    const { Id, Title, Status, IconPixmap, ToolTip } = await this.#properties();
    return {
      id: Id,
      title: Title,
      status: Status,
      tooltip: ToolTip[2],
      icons: IconPixmap.map(([width, height, bytes]) => ({
        width,
        height,
        argb: Buffer.from(bytes),
      })),
    };
  }

  /** The left click. */
  async activate(): Promise<void> {
    await this.#call({
      path: this.#path,
      interface: itemInterface,
      method: 'Activate',
      signature: 'ii',
      args: [0, 0],
    });
  }

  /** The entries of the menu, without the separators. */
  async menu(): Promise<MenuEntry[]> {
    const { Menu } = await this.#properties();
    const answer = await this.#call({
      path: Menu,
      interface: menuInterface,
      method: 'GetLayout',
      signature: 'iias',
      args: [0, -1, []],
    });
    const [, root] = z.tuple([z.number(), z.unknown()]).parse(answer);
    return withoutSeparators(entryOf(root).entries);
  }

  /** Chooses an entry, by the starts of the labels on the way to it. */
  async choose(...labels: readonly string[]): Promise<void> {
    const { Menu } = await this.#properties();
    let entries = await this.menu();
    let chosen: MenuEntry | undefined;
    for (const label of labels) {
      chosen = entries.find((entry) => entry.label.startsWith(label));
      if (chosen === undefined) {
        throw new Error(`No "${label}" among ${entries.map((entry) => entry.label).join(', ')}`);
      }
      entries = chosen.entries;
    }
    try {
      await this.#call({
        path: Menu,
        interface: menuInterface,
        method: 'Event',
        signature: 'isvu',
        args: [chosen?.id ?? 0, 'clicked', 0, 0],
      });
    } catch (error) {
      // "Quit" leaves nobody to answer; what an entry does is looked at by whoever chooses it.
      if (!/NoReply: .*disconnected/.test(String(error))) throw error;
    }
  }

  async #properties() {
    return propertiesSchema.parse(
      await this.#call({
        path: this.#path,
        interface: 'org.freedesktop.DBus.Properties',
        method: 'GetAll',
        signature: 's',
        args: [itemInterface],
      }),
    );
  }

  async #call(call: Omit<BusCall, 'destination'>): Promise<unknown> {
    return await callBus(this.#desktop, { destination: this.#owner, ...call });
  }
}

/** Every item that some program has put into the tray: bus name and path in one. */
export async function registeredItems(desktop: Desktop): Promise<string[]> {
  const answer = await callBus(desktop, {
    destination: watcher.destination,
    path: watcher.path,
    interface: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    signature: 'ss',
    args: [watcher.name, 'RegisteredStatusNotifierItems'],
  });
  return z.array(z.string()).parse(answer);
}

function withoutSeparators(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries
    .filter((entry) => !entry.separator)
    .map((entry) => ({ ...entry, entries: withoutSeparators(entry.entries) }));
}
