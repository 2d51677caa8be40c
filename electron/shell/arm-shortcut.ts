import { complain } from './console';
import type { Services } from './services';
import type { Shortcut } from './shortcut';

/** Registers the shortcut of the settings, now and whenever it changes; a refusal is reported. */
export function armShortcut({ settings, notices }: Services, shortcut: Shortcut): void {
  const arm = () => {
    const accelerator = settings.current().settings.shortcut;
    const taken = shortcut.change(accelerator);
    // What was refused before may be free by now.
    notices.settle('shortcut-taken');
    notices.settle('shortcut-invalid');
    if (taken.ok) return;
    complain(`shortcut ${accelerator}: ${taken.error}`);
    notices.raise({ code: taken.error, params: { shortcut: accelerator } });
  };
  arm();
  settings.onChanged(arm);
}
