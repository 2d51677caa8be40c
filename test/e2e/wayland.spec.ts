import { expect, test } from '../support/fixtures';
import { showPage } from '../support/manager-window';
import { leavePopup } from '../support/transfer';
import { hasKeys, openPopup } from '../support/popup-window';
import { TrayItem } from '../support/tray-item';

const entry = 'The shortcut has not worked yet…';

test('on Wayland it says that the shortcut may never fire, and what to bind, until it has fired', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton({
    // The session says Wayland; the windows go to the X server all the same.
    env: { XDG_SESSION_TYPE: 'wayland' },
    args: ['--ozone-platform=x11'],
  });
  const tray = await TrayItem.on(desktop);
  const labels = async () => (await tray.menu()).map(({ label }) => label);
  expect(await labels()).toContain(entry);
  await tray.choose(entry);
  const manager = await baton.page('manager');
  await showPage(manager, 'Shortcuts');
  const warning = manager.getByText('The shortcut may not work on this desktop');
  await expect(warning).toBeVisible();
  await expect(manager.getByText('baton --popup', { exact: true })).toBeVisible();

  // It fires after all.
  await openPopup(baton);
  await hasKeys(baton);
  await leavePopup(baton);
  await expect(warning).toBeHidden();
  await expect.poll(labels).not.toContain(entry);
});
