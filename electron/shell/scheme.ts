import { readFile } from 'node:fs/promises';

import { protocol, type Session } from 'electron';

import { assetOf, scheme } from './asset-path';
import { contentSecurityPolicy } from './content-security-policy';

/** Before the app is ready: `app://` behaves as https does, instead of as a file. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
}

const notFound = () => new Response('Not found', { status: 404 });

/** Serves the renderer's build below `root`, and nothing else. */
export function serveRenderer(session: Session, root: string): void {
  session.protocol.handle(scheme, async (request) => {
    const asset = request.method === 'GET' ? assetOf(request.url, root) : null;
    if (asset === null) return notFound();
    try {
      return new Response(await readFile(asset.file), {
        headers: {
          'content-type': asset.type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    } catch {
      return notFound();
    }
  });
}
