import type { LineView, Recent } from '../contract/popup';
import type { ManagerRoute } from '../contract/manager';
import { t } from './texts';

export type TrayState = 'ready' | 'inflight' | 'attention' | 'practice' | 'offline';

export interface TrayModel {
  readonly state: TrayState;
  readonly line: LineView;
  readonly lines: readonly LineView[];
  /** Id of the line that the administrator has set; null: any can be chosen. */
  readonly fixedLine: string | null;
  readonly recents: readonly Recent[];
  /** The shortcut as a person reads it; null where none is registered. */
  readonly shortcut: string | null;
  /** On Wayland a shortcut may be granted and never fire: true until it has. */
  readonly unproven: boolean;
  /** The version that a restart would bring; null where none is ready. */
  readonly newVersion: string | null;
}

/** What an entry of the menu does. */
export type TrayCommand =
  | { readonly kind: 'open' }
  | { readonly kind: 'prefill'; readonly address: string }
  | { readonly kind: 'line'; readonly lineId: string }
  | { readonly kind: 'window'; readonly route: ManagerRoute }
  | { readonly kind: 'restart' }
  | { readonly kind: 'quit' };

export type TrayEntry =
  | { readonly type: 'separator' }
  | { readonly type: 'command'; readonly label: string; readonly command: TrayCommand }
  | {
      readonly type: 'choice';
      readonly label: string;
      readonly checked: boolean;
      readonly enabled: boolean;
      readonly command: TrayCommand;
    }
  | { readonly type: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] }
  | { readonly type: 'note'; readonly label: string };

const separator: TrayEntry = { type: 'separator' };

/** Menus take "&" for a mnemonic, on every system; a name is shown as it is. */
const plain = (text: string) => text.replaceAll('&', '&&');

function recentEntry({ destination, outcome }: Recent): TrayEntry {
  const who =
    destination.name === null ? destination.display : `${destination.name}, ${destination.display}`;
  return {
    type: 'command',
    label: plain(`${who} (${t(`outcomes.${outcome}`)})`),
    command: { kind: 'prefill', address: destination.address },
  };
}

function lineEntry(line: LineView, { line: active, fixedLine }: TrayModel): TrayEntry {
  return {
    type: 'choice',
    label: plain(line.name),
    checked: line.id === active.id,
    enabled: fixedLine === null || fixedLine === line.id,
    command: { kind: 'line', lineId: line.id },
  };
}

/** The whole menu: everything that Baton does can be reached from it. */
export function trayMenu(model: TrayModel): TrayEntry[] {
  const recents: readonly TrayEntry[] =
    model.recents.length === 0
      ? [{ type: 'note', label: t('tray.noRecents') }]
      : model.recents.map(recentEntry);
  const realLines = model.lines.filter((line) => !line.practice);
  const practice = model.lines.filter((line) => line.practice);
  const lines: readonly TrayEntry[] =
    realLines.length === 0
      ? [{ type: 'note', label: t('tray.noLines') }]
      : realLines.map((line) => lineEntry(line, model));
  const unproven: readonly TrayEntry[] = model.unproven
    ? [
        {
          type: 'command',
          label: t('wayland.unproven'),
          command: { kind: 'window', route: 'shortcuts' },
        },
      ]
    : [];
  const update: readonly TrayEntry[] =
    model.newVersion === null
      ? []
      : [
          {
            type: 'command',
            label: t('updates.restart', { version: model.newVersion }),
            command: { kind: 'restart' },
          },
        ];
  const fixed: readonly TrayEntry[] =
    model.fixedLine !== null ? [{ type: 'note', label: t('enforced.line') }] : [];
  return [
    {
      type: 'command',
      label:
        model.shortcut === null ? t('tray.open') : t('tray.openWith', { shortcut: model.shortcut }),
      command: { kind: 'open' },
    },
    ...unproven,
    { type: 'submenu', label: t('tray.recents'), entries: recents },
    separator,
    {
      type: 'submenu',
      label: t('tray.line', { line: plain(model.line.name) }),
      entries: [
        ...lines,
        ...fixed,
        separator,
        {
          type: 'command',
          label: t('tray.editLines'),
          command: { kind: 'window', route: 'lines' },
        },
      ],
    },
    ...practice.map((line) => lineEntry(line, model)),
    separator,
    { type: 'command', label: t('tray.history'), command: { kind: 'window', route: 'history' } },
    { type: 'command', label: t('tray.settings'), command: { kind: 'window', route: 'account' } },
    { type: 'command', label: t('tray.about'), command: { kind: 'window', route: 'about' } },
    separator,
    ...update,
    { type: 'command', label: t('tray.quit'), command: { kind: 'quit' } },
  ];
}

/** What the tray icon says in words: "Baton, ready, Support line". */
export function trayTooltip(model: TrayModel): string {
  return t('tray.tooltip', { state: t(`tray.states.${model.state}`), line: model.line.name });
}
