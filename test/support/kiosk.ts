import { scryptSync } from 'node:crypto';
import { join } from 'node:path';

import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

import { pinHashSchema } from '../../electron/contract/kiosk';
import { popupStateSchema, type PopupState } from '../../electron/contract/popup';
import type { Baton, BatonOptions } from './baton';
import { callBridge } from './bridge';
import { ManagedFileOnDisk } from './managed-file';
import { realLine } from './real-line';

export const pin = '482913';

/** The hash of `pin`, as cheap as Baton takes one: a test does not guess. */
export function pinHash(): string {
  const cost = { N: 16384, r: 8, p: 1 };
  const salt = Buffer.alloc(16, 3);
  const key = scryptSync(pin, salt, 32, cost).toString('base64');
  return pinHashSchema.parse(`scrypt$${cost.N}$8$1$${salt.toString('base64')}$${key}`);
}

interface KioskSetUp {
  /** The kiosk part of the administrator's file. */
  readonly kiosk?: Readonly<Record<string, unknown>>;
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly enforced?: Readonly<Record<string, unknown>>;
}

const asObject = z.record(z.string(), z.unknown());

/** An administrator's file for a kiosk with a PIN, on a line at a server of the test. */
export function kioskFile(
  apiBaseUrl: string,
  { kiosk = {}, ...settings }: KioskSetUp = {},
): Record<string, unknown> {
  return {
    ...asObject.parse(realLine(apiBaseUrl, settings)),
    kiosk: { enabled: true, pinHash: pinHash(), ...kiosk },
  };
}

const stateReply = z.object({ ok: z.literal(true), value: popupStateSchema });

/** What main tells the kiosk's page, asked for by the page itself. */
export async function kioskState(page: Page): Promise<PopupState> {
  return stateReply.parse(await callBridge(page, 'popup:load', null)).value;
}

/** Gives a PIN past the pad, as the page does. */
export async function givePin(page: Page, given: string): Promise<unknown> {
  return await callBridge(page, 'kiosk:unlock', { pin: given });
}

/** What the kiosk's window is, as Electron and the page say. */
export async function kioskWindow(baton: Baton) {
  return await baton.app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const first = windows.find(({ webContents }) => webContents.getURL().includes('/popup/'));
    return {
      windows: windows.length,
      fullscreen: first?.isFullScreen() ?? false,
      visible: first?.isVisible() ?? false,
      minimised: first?.isMinimized() ?? true,
      focused: first?.isFocused() ?? false,
      bounds: first?.getBounds() ?? null,
      url: first?.webContents.getURL() ?? '',
      zoom: first?.webContents.getZoomFactor() ?? 0,
      devTools: first?.webContents.isDevToolsOpened() ?? true,
    };
  });
}

/** What it is as long as nobody has got out of it, on a screen of this size. */
export const coversTheScreen = {
  windows: 1,
  fullscreen: true,
  visible: true,
  minimised: false,
  focused: true,
  bounds: { x: 0, y: 0, width: 1280, height: 800 },
  url: 'app://baton/popup/index.html',
  zoom: 1,
  devTools: false,
};

/** Resolves with the kiosk's page when it covers the screen and has the keys. */
export async function kioskPage(baton: Baton): Promise<Page> {
  await baton.printed(/^baton: popup shown/m);
  const page = await baton.page('popup');
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  await expect(page.getByRole('heading', { name: 'Who takes this call?' })).toBeVisible();
  return page;
}

/** A kiosk on an administrator's file that the test may change while it runs. */
export async function kioskOnFile(
  startBaton: (options: BatonOptions) => Promise<Baton>,
  folder: string,
  apiBaseUrl: string,
): Promise<{ readonly file: ManagedFileOnDisk; readonly baton: Baton; readonly page: Page }> {
  const file = new ManagedFileOnDisk(folder);
  file.replace(kioskFile(apiBaseUrl));
  const baton = await startBaton({
    args: [`--config=${file.path}`],
    userData: join(folder, 'user-data'),
  });
  return { file, baton, page: await kioskPage(baton) };
}
