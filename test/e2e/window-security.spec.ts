import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { reload, withRawIpc } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { configFor, fake } from '../support/line';
import { openManager, showPage, typeInto } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { followComplaints } from '../support/page-complaints';
import { openPopup } from '../support/popup-window';
import { leavePopup, transferTo } from '../support/transfer';

/** Both windows, with focus and at rest. */
async function bothWindows(baton: Baton): Promise<readonly Page[]> {
  return [await baton.page('popup'), await openManager(baton)];
}

test('no page violates its content security policy, whatever is done on it', async ({
  startBaton,
}) => {
  await withFolder(async (folder) => {
    const baton = await startBaton({
      config: configFor('http://127.0.0.1:9', { activeLine: 'practice', closeAfterMs: null }),
    });
    const complaintsOf = await followComplaints(baton, folder);
    const popup = await baton.page('popup');
    await reload(popup);

    await openPopup(baton);
    await expect(popup.getByRole('combobox')).toBeFocused();
    await baton.type('+14155550134');
    await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
    await baton.keys('Tab', 'Right');
    await expect(popup.getByRole('radio', { name: 'Customer' })).toBeChecked();
    await popup.getByRole('button', { name: /^Line:/u }).click();
    await expect(popup.getByRole('listbox', { name: 'Lines' })).toBeVisible();
    await baton.keys('Escape');
    await leavePopup(baton);
    await transferTo(baton, popup, '+14155550134', 'accepted');
    await leavePopup(baton);
    await openPopup(baton);
    await expect(popup.getByRole('combobox')).toBeFocused();
    await baton.type('nobody');
    await expect(popup.getByText('No one called “nobody”')).toBeVisible();
    await leavePopup(baton);

    const manager = await openManager(baton);
    await typeInto(baton, manager, 'Auth ID', 'not an id');
    await baton.keys('Return');
    await expect(manager.getByText('An Auth ID is 20 capital letters')).not.toHaveCount(0);
    await manager.getByRole('radio', { name: 'Address' }).check({ force: true });
    await expect(manager.getByLabel('Proxy address')).toBeVisible();
    await showPage(manager, 'Lines');
    await manager.getByRole('button', { name: 'Remove Support line' }).click();
    await manager.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await manager.getByRole('button', { name: 'Add a line' }).click();
    await manager.getByRole('button', { name: 'Save line' }).click();
    await expect(manager.getByText('Fill this in.').first()).toBeVisible();
    await showPage(manager, 'Shortcuts');
    await manager.getByRole('button', { name: 'Change…' }).click();
    await expect(manager.getByLabel('Press the keys')).toBeFocused();
    await baton.keys('ctrl+shift+F7');
    await expect(manager.getByText('opens Baton now').first()).toBeAttached();
    await showPage(manager, 'About');

    expect(await complaintsOf(popup)).toEqual([]);
    expect(await complaintsOf(manager)).toEqual([]);

    // Had there been one, it would have been noticed.
    for (const page of [popup, manager]) {
      await page.evaluate(() => {
        document.head.append(
          Object.assign(document.createElement('style'), { textContent: 'a{}' }),
        );
      });
      await expect
        .poll(() => complaintsOf(page))
        .toContainEqual(expect.stringContaining('style-src-elem inline'));
    }
  });
});

test('the windows are sandboxed and isolated, and have nothing of Node', async ({ startBaton }) => {
  await withFolder(async (folder) => {
    const baton = await startBaton();
    await withRawIpc(baton, folder);
    await reload(await baton.page('popup'));
    for (const page of await bothWindows(baton)) {
      expect(await page.evaluate('[window.raw.sandboxed, window.raw.isolated]')).toEqual([
        true,
        true,
      ]);
      const globals = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'];
      const typeOf = globals.map((name) => `typeof ${name}`).join();
      expect(await page.evaluate(`[${typeOf}]`)).toEqual(globals.map(() => 'undefined'));
      // The bridge has two functions, and the page can put no others in their place.
      expect(await page.evaluate('Object.keys(window.baton)')).toEqual(['call', 'on']);
      expect(
        await page.evaluate(`(() => {
          const { baton } = window;
          try { window.baton = null; } catch {}
          try { window.baton.call = () => 'mine'; } catch {}
          try { delete window.baton.on; } catch {}
          return window.baton === baton && typeof baton.on === 'function' &&
            !String(baton.call).includes('mine');
        })()`),
      ).toBe(true);
      expect(await page.evaluate("'loadURL' in document.createElement('webview')")).toBe(false);
      // A frame in the page has no bridge of its own.
      expect(
        await page.evaluate(`(() => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          const found = typeof frame.contentWindow.baton;
          frame.remove();
          return found;
        })()`),
      ).toBe('undefined');
    }
  });
});

/** Counts in main how often a window set out for another page, and how often it got there. */
async function followNavigation(baton: Baton): Promise<() => Promise<unknown>> {
  await baton.app.evaluate(({ webContents }) => {
    const navigation = { setOut: 0, arrived: 0 };
    Object.assign(globalThis, { navigation });
    for (const contents of webContents.getAllWebContents()) {
      contents.on('did-start-navigation', () => {
        navigation.setOut += 1;
      });
      contents.on('did-navigate', () => {
        navigation.arrived += 1;
      });
    }
  });
  return async () => await baton.app.evaluate(() => Reflect.get(globalThis, 'navigation'));
}

test('no window goes to another page, opens one, or reaches the network', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: configFor(server.url, { authId: fake.authId }) });
  const windows = await bothWindows(baton);
  const afterOpening = server.connections();
  const navigation = await followNavigation(baton);
  let setOut = 0;
  for (const page of windows) {
    const own = page.url();
    for (const target of [`${server.url}/x`, 'https://example.com/', 'app://baton/x.html']) {
      const url = JSON.stringify(target);
      for (const attempt of [
        `location.href = ${url}`,
        `Object.assign(document.createElement('a'), { href: ${url} }).click()`,
      ]) {
        await page.evaluate(`void (${attempt})`);
        setOut += 1;
        await expect.poll(navigation).toEqual({ setOut, arrived: 0 });
        expect(page.url()).toBe(own);
      }
      expect(await page.evaluate(`window.open(${url})`)).toBeNull();
    }
    for (const request of [
      `fetch('${server.url}/x')`,
      `fetch('https://example.com/')`,
      `new Promise((done, fail) => { const image = new Image(); image.onload = done; image.onerror = () => fail(new Error('blocked')); image.src = '${server.url}/x.png'; })`,
      `new Promise((done, fail) => { const script = document.createElement('script'); script.onload = done; script.onerror = () => fail(new Error('blocked')); script.src = '${server.url}/x.js'; document.head.append(script); })`,
    ]) {
      await expect(page.evaluate(request), request).rejects.toThrow(/blocked|Failed to fetch/u);
    }
    expect(await page.evaluate('window.baton !== undefined')).toBe(true);
  }
  expect(baton.app.windows()).toHaveLength(2);
  expect(await navigation()).toEqual({ setOut, arrived: 0 });
  expect(server.connections()).toBe(afterOpening);
  expect(server.requests).toEqual([]);
});

test('every permission is denied', async ({ startBaton }) => {
  const baton = await startBaton();
  for (const page of await bothWindows(baton)) {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    for (const name of names) {
      const state = `navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`;
      expect(await page.evaluate(state), name).toBe('denied');
    }
    expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
    for (const request of [
      'navigator.mediaDevices.getUserMedia({ audio: true })',
      'navigator.mediaDevices.getDisplayMedia({ video: true })',
      'navigator.clipboard.readText()',
      'new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, ({ message }) => fail(new Error(message))))',
    ]) {
      await expect(page.evaluate(request), request).rejects.toThrow();
    }
  }
});

test('no key reloads, zooms or closes a window, quits Baton or opens the tools of a developer', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const manager = await openManager(baton);
  const popup = await baton.page('popup');
  const keys = ['F5', 'F11', 'F12', 'ctrl+r', 'ctrl+shift+r', 'ctrl+shift+i', 'ctrl+w', 'ctrl+q'];
  const zoom = ['ctrl+plus', 'ctrl+minus', 'ctrl+0'];
  const developerTools = async () =>
    await baton.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened()),
    );
  const press = async (page: Page) => {
    await page.evaluate('void (window.mark = true)');
    for (const key of [...keys, ...zoom]) await baton.keys(key);
    // The last key shows that those before it have arrived.
    await page.evaluate(`void document.addEventListener('keydown', ({ key }) => {
      if (key === 'F2') window.last = true;
    }, true)`);
    await baton.keys('F2');
    await expect.poll(() => page.evaluate('window.last')).toBe(true);
    expect(await page.evaluate('[window.mark, window.devicePixelRatio]')).toEqual([true, 1]);
    expect(await developerTools()).toBe(false);
  };
  await press(manager);
  await openPopup(baton);
  await expect(popup.getByRole('combobox')).toBeFocused();
  await press(popup);
  expect(await baton.focusedWindow()).toBe('Baton');
});
