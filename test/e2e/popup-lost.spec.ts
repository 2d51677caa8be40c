import { isOpen, expectClosed, openPopup, takesDecisions } from '../support/popup-window';
import { expect, test } from '../support/fixtures';
import { realLine } from '../support/real-line';
import { accepted } from '../support/recording-server';
import { leavePopup, transferTo, typeNumber } from '../support/transfer';

const number = '+14155550134';

test('a script that closes it hides it: the shortcut opens it again, and it works', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await openPopup(baton);
  const next = baton.app.waitForEvent('window');
  await popup.evaluate('window.close()').catch(() => undefined);
  const again = await next;
  await expectClosed(baton);
  await transferTo(baton, again, number, 'accepted');
  expect(server.requests).toHaveLength(1);
});

test('a script that closes it while sending hides nothing: the outcome is shown', async ({
  startBaton,
  server,
}) => {
  server.reply('silence');
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await typeNumber(baton, popup, number);
  await baton.keys('Return');
  await server.arrived(1);
  const next = baton.app.waitForEvent('window');
  await popup.evaluate('window.close()').catch(() => undefined);
  const again = await next;
  await expect.poll(() => isOpen(baton)).toBe(true);
  server.answerLate(accepted);
  await expect(again.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  expect(server.requests).toHaveLength(1);
});

test('a page whose process is gone or hangs is made anew, and what must be answered is shown again', async ({
  startBaton,
  server,
}) => {
  server.reply('silence');
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const lose = async (how: 'crash' | 'hang') => {
    const next = baton.app.waitForEvent('window');
    await baton.app.evaluate(({ BrowserWindow }, kind) => {
      const [window] = BrowserWindow.getAllWindows();
      // Chromium takes half a minute to notice that a page hangs.
      if (kind === 'hang') window?.emit('unresponsive');
      else window?.webContents.forcefullyCrashRenderer();
    }, how);
    return await next;
  };
  await typeNumber(baton, popup, number);
  await baton.keys('Return');
  await server.arrived(1);
  const sending = await lose('crash');
  await expect.poll(() => isOpen(baton)).toBe(true);
  server.answerLate(accepted);
  await expect(sending.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  await takesDecisions(sending);
  await leavePopup(baton);

  // Hidden, it is there for the next press all the same.
  server.reply(accepted);
  await transferTo(baton, await lose('hang'), '6285550119', 'accepted');
  expect(server.requests).toHaveLength(2);
});

test('where Baton exits with it open, none is made in its place', async ({ startBaton }) => {
  const baton = await startBaton();
  await openPopup(baton);
  await baton.app.evaluate(({ app }) => {
    setTimeout(() => app.exit(3), 0);
  });
  expect(await baton.ended()).toBe(3);
});
