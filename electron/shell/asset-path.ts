import { isAbsolute, relative, resolve } from 'node:path';

import { parseUrl } from '../contract/url';

export const scheme = 'app';
export const host = 'baton';
export const origin = `${scheme}://${host}`;

/** Types of the files that a build of the renderer holds; anything else is not served. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

export interface Asset {
  readonly file: string;
  readonly type: string;
}

/** The file below `root` that an `app://` address names; null when it names none of ours. */
export function assetOf(address: string, root: string): Asset | null {
  const url = parseUrl(address);
  if (url === null || url.protocol !== `${scheme}:` || url.host !== host) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(root, `.${path}`);
  const inside = relative(root, file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  const type = types[file.slice(file.lastIndexOf('.') + 1)];
  return type === undefined ? null : { file, type };
}
