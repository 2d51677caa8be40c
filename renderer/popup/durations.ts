import { t } from '../ui/texts';

/** Seconds with one decimal, "0.6 s", from milliseconds. */
export function seconds(ms: number, language: string): string {
  const tenths = Math.max(0, Math.floor(ms / 100)) / 10;
  const n = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(tenths);
  return t('popup.seconds', { n });
}

/** Whole seconds, "2 s". */
export function wholeSeconds(count: number, language: string): string {
  return t('popup.seconds', { n: new Intl.NumberFormat(language).format(count) });
}

/** How long something took that has ended; nothing takes "0.0 s". */
export function took(ms: number, language: string): string {
  return seconds(Math.max(100, ms), language);
}

/** Minutes and seconds of a running leg, "0:42", from milliseconds. */
export function minutesAndSeconds(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
