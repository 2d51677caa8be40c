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

/** A page without scripts, made by main, with the policy that fits it. */
export interface StillPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * Serves the renderer's build below `root`, and nothing else.
 * @param instead the page that an address gives for now in the place of its file, if any.
 */
export function serveRenderer(
  session: Session,
  root: string,
  instead: (address: string) => StillPage | null,
): void {
  session.protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET') return notFound();
    const still = instead(request.url);
    if (still !== null) return page(still.html, 'text/html; charset=utf-8', still.policy);
    const asset = assetOf(request.url, root);
    if (asset === null) return notFound();
    try {
      return page(await readFile(asset.file), asset.type, contentSecurityPolicy);
    } catch {
      return notFound();
    }
  });
}

const page = (content: BodyInit, type: string, policy: string) =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
