import { expect, test } from '../support/fixtures';
import { openManager } from '../support/manager-window';

test('Ctrl+F finds a setting by another word for it; Enter goes there and marks it; Esc goes back', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const manager = await openManager(baton);
  const field = manager.getByRole('combobox', { name: 'Find a setting' });
  const option = (name: string) => manager.getByRole('option', { name });

  await manager.getByLabel('Auth ID').focus();
  await baton.keys('ctrl+f');
  await expect(field).toBeFocused();
  await baton.type('hotkey');
  await expect(option('Open or close Baton')).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await baton.keys('Escape');
  await expect(manager.getByRole('listbox')).toHaveCount(0);
  await expect(manager.getByLabel('Auth ID')).toBeFocused();

  await baton.keys('ctrl+f');
  await baton.type('dark');
  await expect(option('Theme')).toHaveAttribute('aria-selected', 'true');
  await baton.keys('Return');
  await expect(manager.getByRole('heading', { level: 1, name: 'Behaviour' })).toBeVisible();
  await expect(manager.getByRole('radio', { name: 'System' })).toBeFocused();
  const theme = manager.locator('[data-setting="theme"]');
  await expect(theme).toHaveAttribute('data-found', '');
  // It can be set at once, and the mark goes with the focus.
  await baton.keys('Right');
  await expect(manager.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(theme).toHaveAttribute('data-found', '');
  await baton.keys('Tab');
  await expect(theme).not.toHaveAttribute('data-found', '');
});

test('the arrows choose among what is found, and a click does', async ({ startBaton }) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'About');
  await baton.keys('ctrl+f');
  await baton.type('seconds');
  const options = manager.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await baton.keys('Down');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await baton.keys('Up', 'Up');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await manager.getByRole('option', { name: 'Time to undo' }).click();
  await expect(manager.getByLabel('Time to undo')).toBeFocused();

  await baton.keys('ctrl+f');
  await baton.type('xylophone');
  await expect(manager.getByText('No setting called “xylophone”')).toBeVisible();
  await expect(manager.getByRole('status')).toHaveText('No setting found.');
  await baton.keys('Return');
  await expect(manager.getByRole('heading', { level: 1, name: 'Behaviour' })).toBeVisible();
});

test('a control that is not shown now is led to by the one that shows it', async ({
  startBaton,
}) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'About');
  await baton.keys('ctrl+f');
  await baton.type('proxy address');
  await baton.keys('Return');
  await expect(manager.locator('[data-setting="proxy"]')).toHaveAttribute('data-found', '');
  await expect(manager.getByRole('radio', { name: 'System' })).toBeFocused();
});
