import { axeFaults } from '../support/axe';
import { checkOf, expectCheck, expectEnd, openCheckUp } from '../support/doctor-window';
import { expect, test } from '../support/fixtures';
import { pageFaults } from '../support/page-layout';
import { takePicture } from '../support/pictures';
import { realLine } from '../support/real-line';

for (const theme of ['light', 'dark'] as const) {
  test(`the check-up in ${theme}: while it runs and asks, at its end, stopped, and with problems`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    test.slow();
    const baton = await startBaton({ config: realLine(server.url, { enforced: { theme } }) });
    const manager = await openCheckUp(baton);
    const look = async (state: string) => {
      await takePicture(desktop, manager, `check-up-${state}-${theme}`);
      expect.soft(await axeFaults(manager), state).toEqual([]);
      expect.soft(await pageFaults(manager), state).toEqual([]);
    };
    await expectCheck(manager, 'plivo', 'bad');
    await expectCheck(manager, 'shortcut', 'asking');
    await look('asking');
    await manager.getByRole('button', { name: 'Skip' }).click();
    await expectEnd(manager);
    await look('end');
    await checkOf(manager, 'plivo').scrollIntoViewIfNeeded();
    await look('end-below');
    await manager.getByRole('button', { name: 'Copy report' }).click();
    await expect(manager.getByText('Report copied.').first()).toBeVisible();
    await look('copied');

    await manager.getByRole('button', { name: 'Run again' }).click();
    await expectCheck(manager, 'shortcut', 'asking');
    await manager.getByRole('button', { name: 'Stop' }).click();
    await expectEnd(manager);
    await look('stopped');
  });
}

test('the check-up at twice the text size, from right to left, and in the colours of the system', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openCheckUp(baton);
  await expectCheck(manager, 'shortcut', 'asking');
  const look = async (state: string) => {
    await takePicture(desktop, manager, `check-up-${state}`);
    expect.soft(await pageFaults(manager), state).toEqual([]);
  };
  await manager.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await look('large');
  await desktop.run('wmctrl', ['-r', 'Baton check-up', '-e', '0,20,20,640,480']);
  await expect.poll(() => manager.evaluate(() => innerWidth)).toBeLessThan(700);
  await look('large-small');
  await manager.evaluate(() => {
    document.documentElement.style.fontSize = '';
    document.documentElement.dir = 'rtl';
  });
  await look('rtl');
  await manager.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  await manager.emulateMedia({ forcedColors: 'active' });
  await look('forced-colours');
});
