import { err, ok, type Result } from '../../../electron/contract/result';

/** Seconds as a person writes them, with a point or a comma; `most` inclusive. */
export function judgeSeconds(text: string, most: number): Result<number, 'not-seconds'> {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,3})?$/u.test(plain)) return err('not-seconds');
  const seconds = Number(plain);
  return seconds <= most ? ok(seconds) : err('not-seconds');
}
