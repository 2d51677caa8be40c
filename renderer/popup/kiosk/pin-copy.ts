import type { UnlockError } from '../../../electron/contract/kiosk';
import { unreachable } from '../../../electron/contract/result';
import { t } from '../../ui/texts';
import { wholeSeconds } from '../durations';

/** Why a PIN did not open. `waitUntil` in epoch milliseconds; past where none is needed. */
export interface PinFault {
  readonly code: UnlockError['code'] | 'internal';
  readonly waitUntil: number;
}

/** How long the pad stays closed: "Try again in 8 s." Times are epoch milliseconds. */
export function waitCopy(until: number, now: number, language: string): string {
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  return t('popup.kiosk.pin.wait', { time: wholeSeconds(seconds, language) });
}

/** Why the last PIN did not open, and when the next one may be given. */
export function pinFaultCopy({ code, waitUntil }: PinFault, now: number, language: string): string {
  const then = waitUntil > now ? waitCopy(waitUntil, now, language) : t('popup.kiosk.pin.again');
  switch (code) {
    case 'wrong':
      return `${t('popup.kiosk.pin.wrong')} ${then}`;
    case 'wait':
      return then;
    case 'uncounted':
      return `${t('popup.kiosk.disk.pin')} ${then}`;
    case 'internal':
      return `${t('startErrors.internal.title')}. ${then}`;
    default:
      return unreachable(code);
  }
}
