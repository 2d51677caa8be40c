import type { SettingsService } from '../config/settings-service';
import type { SettingError, ShortcutError } from '../contract/manager';
import { err, type Result } from '../contract/result';
import type { Shortcut } from './shortcut';
import type { Signal } from './signal';

interface ShortcutParts {
  readonly settings: SettingsService;
  readonly shortcut: Shortcut;
  readonly changes: Signal;
}

/** The system is asked first: a shortcut is stored only once it has been granted. */
export async function changeShortcut(
  { settings, shortcut, changes }: ShortcutParts,
  accelerator: string,
): Promise<Result<null, ShortcutError>> {
  const effective = settings.current();
  if (effective.sources.shortcut === 'enforced')
    return err({ code: 'setting-enforced', key: 'shortcut' });
  const before = shortcut.registered;
  const taken = shortcut.change(accelerator);
  if (!taken.ok) return err({ code: taken.error, shortcut: accelerator });
  const stored: Result<null, SettingError> = await settings.change({
    key: 'shortcut',
    value: accelerator,
  });
  if (!stored.ok && before !== null) shortcut.change(before);
  changes.emit();
  return stored;
}
