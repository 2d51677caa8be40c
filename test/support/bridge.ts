import type { Page } from '@playwright/test';

import type { Baton } from './baton';
import { addPreload } from './second-preload';

const json = (value: unknown) => JSON.stringify(value) ?? 'undefined';

/** What a window is answered when it calls main through its own `window.baton`. */
export async function callBridge(page: Page, channel: unknown, request: unknown): Promise<unknown> {
  return await page.evaluate(`window.baton.call(${json(channel)}, ${json(request)})`);
}

/**
 * What a window is answered when it calls main past `window.baton`, as a page would that had got
 * hold of Electron's own `ipcRenderer`. Needs `withRawIpc`.
 */
export async function invokeRaw(page: Page, channel: string, request: unknown): Promise<unknown> {
  return await page.evaluate(`window.raw.invoke(${json(channel)}, ${json(request)})`);
}

const rawPreload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('raw', {
  invoke: (channel, request) =>
    ipcRenderer.invoke(channel, request).catch((error) => ({ rejected: error.message })),
  sandboxed: process.sandboxed,
  isolated: process.contextIsolated,
});
`;

/** Lets every page that loads from now on call main past Baton's own preload script. */
export async function withRawIpc(baton: Baton, folder: string): Promise<void> {
  await addPreload(baton, folder, rawPreload);
}

/** Loads a page of Baton's anew, and waits until it is there. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForLoadState();
}
