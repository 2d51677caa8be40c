import type { Desktop } from './baton';

const attributes = (authId: string) => ['service', 'Baton', 'account', `plivo:${authId}`];

/** The token as another program of the desktop finds it in the Secret Service, or null. */
export async function storedToken(desktop: Desktop, authId: string): Promise<string | null> {
  const { code, stdout } = await desktop.run('secret-tool', ['lookup', ...attributes(authId)]);
  return code === 0 && stdout !== '' ? stdout.replace(/\n$/u, '') : null;
}

/** Removes it behind Baton's back. */
export async function clearToken(desktop: Desktop, authId: string): Promise<void> {
  await desktop.run('secret-tool', ['clear', ...attributes(authId)]);
}
