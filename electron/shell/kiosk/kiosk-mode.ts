import type { Arguments } from '../../cli/arguments';
import { complain } from '../console';
import type { Services } from '../services';

/** Whether this start is one of a kiosk: the command line says so, or the administrator's file. */
export function runsAsKiosk(options: Arguments, { managed }: Pick<Services, 'managed'>): boolean {
  return options.kiosk || managed.kiosk()?.enabled === true;
}

/** Says that the file asks for the other way of running, which the next start brings. */
export function tellOfOtherMode(
  options: Arguments,
  services: Pick<Services, 'managed' | 'notices'>,
  isKiosk: boolean,
): void {
  const { managed, notices } = services;
  let told = false;
  managed.changed.listen(() => {
    const differs = runsAsKiosk(options, services) !== isKiosk;
    if (differs === told) return;
    told = differs;
    if (!differs) {
      notices.settle('kiosk-at-next-start');
      return;
    }
    complain('kiosk.enabled was changed: it takes effect when Baton is next started');
    notices.raise({ code: 'kiosk-at-next-start', params: {} });
  });
}
