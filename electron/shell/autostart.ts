import { loginItemStep } from '../config/autostart-entry';
import type { LoginItems } from '../config/autostart-file';
import type { SettingsService } from '../config/settings-service';
import type { ManagerState } from '../contract/manager';
import type { Notices } from './notices';

interface AutostartParts {
  readonly settings: Pick<SettingsService, 'current' | 'onChanged'>;
  /** Whether the administrator's file makes a kiosk of Baton: it starts at login unless it says no. */
  readonly kiosk: () => boolean;
  readonly items: LoginItems;
  readonly notices: Pick<Notices, 'raise' | 'settle'>;
}

export interface Autostart {
  /** What a person is shown: `stopped` is wanted, and the system's own settings say no. */
  state(): ManagerState['launchAtLogin'];
  /** The person has just changed the setting: what they say goes before the system's settings. */
  insist(): void;
}

/**
 * Makes the start at login what the setting says, now and at every change (docs/behaviour.md, "Start
 * at login"). What cannot be done is told.
 */
export function keepAutostart({ settings, kiosk, items, notices }: AutostartParts): Autostart {
  const wanted = () => {
    const { settings: current, sources } = settings.current();
    const on = current.launchAtLogin || (sources.launchAtLogin === 'built-in' && kiosk());
    return { on, enforced: sources.launchAtLogin === 'enforced' };
  };
  const apply = (byPerson: boolean) => {
    const { on, enforced } = wanted();
    const found = items.find();
    const step = found.ok
      ? loginItemStep({ on, insisted: byPerson || enforced }, found.value)
      : 'keep';
    const done = step === 'keep' ? found : items[step]();
    if (done.ok) notices.settle('autostart-unwritable');
    else {
      const { cause } = done.error;
      notices.raise({ code: 'autostart-unwritable', params: { file: items.place, cause } });
    }
  };
  let before = JSON.stringify(wanted());
  apply(false);
  settings.onChanged(() => {
    const now = JSON.stringify(wanted());
    if (now === before) return;
    before = now;
    apply(false);
  });
  return {
    state: () => {
      const found = items.find();
      if (!wanted().on) return 'off';
      return found.ok && found.value !== null && !found.value.on ? 'stopped' : 'on';
    },
    insist: () => {
      apply(true);
    },
  };
}
