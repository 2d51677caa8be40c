import { expect } from '@playwright/test';

import type { Desktop } from './baton';

/** Puts a text on the clipboard as another program does; it lives there until the next copy. */
export async function copyElsewhere(desktop: Desktop, text: string): Promise<void> {
  await desktop.run('sh', ['-c', 'xclip -selection clipboard -i >/dev/null 2>&1'], { input: text });
  // It goes into the background before the server has taken note of it.
  await expect.poll(() => pasteElsewhere(desktop)).toBe(text);
}

/** The clipboard's text as another program gets it. */
export async function pasteElsewhere(desktop: Desktop): Promise<string> {
  const { stdout } = await desktop.run('xclip', ['-selection', 'clipboard', '-o'], {
    limitMs: 5000,
  });
  return stdout;
}
