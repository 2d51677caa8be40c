import { err, ok, type Result } from '../../../electron/contract/result';
import { networkSchema, type Network } from '../../../electron/contract/settings';

export type ProxyMode = 'system' | 'none' | 'address';

export function proxyModeOf(proxy: Network['proxy']): ProxyMode {
  return proxy === 'system' || proxy === 'none' ? proxy : 'address';
}

/** A proxy address as typed: an http or https URL. */
export function judgeProxyAddress(text: string): Result<string, 'proxy-address'> {
  const parsed = networkSchema.shape.proxy.safeParse(text.trim());
  return parsed.success && proxyModeOf(parsed.data) === 'address'
    ? ok(parsed.data)
    : err('proxy-address');
}

/** A path as typed; empty: none. */
export function judgeCaFile(text: string): Result<string | null, 'path-too-long'> {
  const path = text.trim();
  const parsed = networkSchema.shape.caFile.safeParse(path === '' ? null : path);
  return parsed.success ? ok(parsed.data) : err('path-too-long');
}

export type TimeLimit = 'connectTimeoutMs' | 'totalTimeoutMs';

/** Seconds as a person writes them, with a point or a comma, to milliseconds. */
export function judgeSeconds(text: string, limit: TimeLimit): Result<number, TimeLimit> {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,3})?$/u.test(plain)) return err(limit);
  const parsed = networkSchema.shape[limit].safeParse(Math.round(Number(plain) * 1000));
  return parsed.success ? ok(parsed.data) : err(limit);
}

export const secondsText = (milliseconds: number): string => String(milliseconds / 1000);
