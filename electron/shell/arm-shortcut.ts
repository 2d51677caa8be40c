import type { Services } from './services';
import type { Shortcut } from './shortcut';

/** Registers the shortcut of the settings, now and whenever it changes; a refusal is reported. */
export function armShortcut({ settings, notices }: Services, shortcut: Shortcut): void {
  const arm = () => {
    const accelerator = settings.current().settings.shortcut;
    const taken = shortcut.change(accelerator);
    if (taken.ok) return;
    notices.raise({ code: taken.error, params: { shortcut: accelerator } });
  };
  arm();
  settings.onChanged(arm);
}
