import type { PopupState } from '../../electron/contract/popup';
import { t } from '../ui/texts';

/** A key as it is printed on the keyboard, and as it is read out. */
export interface Key {
  readonly cap: string;
  readonly spoken: string;
}

/** What keys do: any of the combinations, each of keys that are held together. */
export interface KeyRow {
  readonly does:
    | 'open'
    | 'move'
    | 'transfer'
    | 'leave'
    | 'favourite'
    | 'clipboard'
    | 'next'
    | 'role'
    | 'line'
    | 'answer'
    | 'copy'
    | 'settings'
    | 'help';
  readonly combinations: readonly (readonly Key[])[];
}

const same = (cap: string): Key => ({ cap, spoken: cap });
const arrow = (cap: string, name: 'up' | 'down' | 'left' | 'right'): Key => ({
  cap,
  spoken: t(`popup.help.arrows.${name}`),
});

/** The modifier keys that differ from system to system. */
function modifiers(platform: PopupState['platform']) {
  const command: Key = { cap: t('popup.keys.command'), spoken: t('popup.help.command') };
  if (platform === 'darwin') {
    return { alt: command, control: command, shift: { cap: '⇧', spoken: t('keys.shift') } };
  }
  return {
    alt: same(t('keys.alt')),
    control: same(t('keys.control')),
    shift: same(t('keys.shift')),
  };
}

/** The keys of the system-wide shortcut: "Ctrl+Alt+B"; macOS writes its own without a plus. */
function shortcutKeys(shortcut: string): readonly Key[] {
  return shortcut.split(/\+(?!$)/u).map(same);
}

/** Every key that the popup knows (docs/behaviour.md, "Keyboard"), by its name on this system. */
export function keyTable({
  platform,
  shortcut,
}: Pick<PopupState, 'platform' | 'shortcut'>): readonly KeyRow[] {
  const { alt, control, shift } = modifiers(platform);
  const tab = same(t('keys.tab'));
  const digits: Key = {
    cap: '1–9',
    spoken: t('popup.help.through', { first: '1', last: '9' }),
  };
  const opening: readonly KeyRow[] =
    shortcut === null ? [] : [{ does: 'open', combinations: [shortcutKeys(shortcut)] }];
  return [
    ...opening,
    {
      does: 'move',
      combinations: [
        [arrow('↑', 'up')],
        [arrow('↓', 'down')],
        [same(t('keys.pageUp'))],
        [same(t('keys.pageDown'))],
      ],
    },
    { does: 'transfer', combinations: [[same(t('keys.enter'))]] },
    { does: 'leave', combinations: [[same(t('keys.escape'))]] },
    { does: 'favourite', combinations: [[alt, digits]] },
    { does: 'clipboard', combinations: [[alt, same('0')]] },
    { does: 'next', combinations: [[tab], [shift, tab]] },
    {
      does: 'role',
      combinations: [[arrow('←', 'left')], [arrow('→', 'right')], [same(t('keys.space'))]],
    },
    { does: 'line', combinations: [[alt, same('L')]] },
    { does: 'answer', combinations: [[same('Y')], [same('N')]] },
    { does: 'copy', combinations: [[control, same('C')]] },
    { does: 'settings', combinations: [[control, same(',')]] },
    { does: 'help', combinations: [[same('F1')]] },
  ];
}

/** The keys of a row in words: "Tab, Shift Tab". */
export function spokenKeys({ combinations }: KeyRow): string {
  return combinations.map((keys) => keys.map(({ spoken }) => spoken).join(' ')).join(', ');
}
