import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Page } from '@playwright/test';

import { PROJECT } from '../../build/project.mjs';

import { expect, test } from '../support/fixtures';
import { journalRows } from '../support/journal-rows';
import { looker } from '../support/look';
import { expectClosed, openPopup, takesDecisions } from '../support/popup-window';
import { realLine } from '../support/real-line';

const themes = ['light', 'dark'] as const;

/** What the call diagram says at every change, in order; the window need not be on screen. */
async function followCall(popup: Page): Promise<() => Promise<string[]>> {
  const sentences = await popup.evaluateHandle(() => {
    const seen: string[] = [];
    const look = () => {
      const now = document.querySelector('.live ol')?.getAttribute('aria-label');
      if (now !== null && now !== undefined && now !== seen.at(-1)) seen.push(now);
    };
    const options = { subtree: true, childList: true, attributes: true };
    new MutationObserver(look).observe(document.body, options);
    look();
    return seen;
  });
  return () => sentences.jsonValue();
}

for (const theme of themes) {
  test(`without a sign-in, in ${theme}: connect Plivo, or practise on the practice line`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    const network = { proxy: 'none', connectTimeoutMs: 500, totalTimeoutMs: 2500 };
    const baton = await startBaton({
      config: realLine(server.url, {
        enforced: { theme },
        defaults: { network },
        credentials: false,
      }),
    });
    const popup = await baton.page('popup');
    const look = looker(desktop, popup, theme);
    await openPopup(baton);
    await expect(popup.getByText('Connect Plivo to transfer real calls.').last()).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Connect Plivo' })).toBeVisible();
    await expect(
      popup.getByRole('button', { name: 'Line: Support line, from +1 415 555 0100, not ready' }),
    ).toBeVisible();
    await expect(popup.getByRole('listbox')).toHaveCount(0);
    await look('connect');

    // What is typed sends nothing.
    await baton.type('+442079460958');
    await baton.keys('Return', 'alt+1');
    await baton.keys('ctrl+a', 'BackSpace');
    await popup.getByRole('button', { name: 'Use the practice line' }).click();
    await expect(popup.getByRole('dialog', { name: 'Baton, practice line' })).toBeVisible();
    await expect(popup.getByRole('note')).toHaveText(/Practice line\s*No real call is made/);
    const destinations = popup.getByRole('group', { name: 'Practice destinations' });
    await expect(destinations.getByRole('option')).toHaveCount(3);
    await expect(
      popup.getByRole('list', { name: 'Practice call: the caller is talking to you.' }),
    ).toBeVisible();
    await expect(popup.getByText(/^Live \d+:\d\d$/)).toHaveCount(1);
    await look('practice-idle');
    // Violet everywhere: the caret has the banner's colour.
    const [caret, banner] = await popup.evaluate(() =>
      [
        ['.field__input', 'caret-color'],
        ['.banner', 'color'],
      ].map(([selector = '', property = '']) => {
        const element = document.querySelector(selector);
        return element === null ? null : getComputedStyle(element).getPropertyValue(property);
      }),
    );
    expect(caret).toBe(banner);

    await baton.keys('Down');
    await expect(popup.getByText('Next', { exact: true }).first()).toBeVisible();
    await look('practice-next');

    // Casey never answers: this is how sending looks, and the question after it.
    await baton.keys('alt+3');
    await expect(popup.getByRole('heading', { name: 'Transferring to Casey Vance' })).toBeVisible();
    await expect(popup.getByRole('note')).toBeVisible();
    await look('practice-sending');
    await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeVisible();
    await expect(popup.getByRole('note')).toBeVisible();
    await look('practice-unknown');
    await takesDecisions(popup);
    await baton.keys('y');
    await baton.keys('ctrl+a', 'BackSpace');

    const call = await followCall(popup);
    await baton.keys('alt+1');
    await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
    // What a destination rehearses is said in the list, and of no call.
    await expect(popup.getByText('Picks up')).toBeHidden();
    await look('practice-accepted');
    await takesDecisions(popup);
    await baton.keys('Return');
    await expectClosed(baton);
    await openPopup(baton);
    const withAvery = 'Practice call: the caller is talking to Avery Stone. You have left.';
    await expect(popup.getByRole('list', { name: withAvery })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Start over' })).toBeVisible();
    await look('practice-after');
    expect((await call()).at(-1)).toBe(withAvery);
    expect(server.requests).toEqual([]);
  });
}

test('the practice call really moves: ringing, live, the agent gone, and a second transfer refused', async ({
  startBaton,
}) => {
  const baton = await startBaton({
    args: ['--practice-trace'],
    config: { version: 1, defaults: { holdBackSeconds: 0, closeAfterMs: 0 } },
  });
  const popup = await baton.page('popup');
  const call = await followCall(popup);
  await openPopup(baton);
  await baton.keys('alt+1');
  // The answer is there at once, so the popup closes; the call goes on behind it.
  await expectClosed(baton);
  await expect
    .poll(call)
    .toEqual([
      'Practice call: the caller is talking to you.',
      'Practice call: Avery Stone is ringing.',
      'Practice call: the caller is talking to Avery Stone. You have left.',
    ]);
  expect(baton.output).toMatch(/^practice-line: .*"method":"POST"/m);

  await openPopup(baton);
  const agent = popup.getByRole('listitem').filter({ hasText: 'You' });
  await expect(agent).toContainText('Left');
  await baton.keys('alt+2');
  await expect(popup.getByRole('alertdialog', { name: 'Refused' })).toBeVisible();
  await baton.keys('Escape');
  await expectClosed(baton);
  await openPopup(baton);
  await baton.keys('ctrl+a');
  await baton.type('+442079460958');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Plivo refused the transfer' })).toBeVisible();
  await expect(popup.getByRole('alertdialog')).toHaveAccessibleDescription(
    'Plivo answered with an error: +14155550100 is not on a live call. ' +
      'Check that you still hear the caller.',
  );

  await baton.keys('Escape');
  await expectClosed(baton);
  await openPopup(baton);
  await popup.getByRole('button', { name: 'Start over' }).click();
  await expect(
    popup.getByRole('list', { name: 'Practice call: the caller is talking to you.' }),
  ).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Start over' })).toHaveCount(0);
  expect(journalRows(baton.userData).map(({ outcome }) => outcome)).toEqual([
    'accepted',
    'refused',
    'refused',
  ]);

  // There is no real line yet, so leaving practice is setting one up.
  await popup.getByRole('button', { name: 'Leave practice' }).click();
  const manager = await baton.page('manager');
  await expect(manager.getByRole('tab', { name: 'Account', selected: true })).toBeVisible();
  await expectClosed(baton);
});

test('each practice destination rehearses its outcome', async ({ startBaton }) => {
  const network = { proxy: 'none', connectTimeoutMs: 500, totalTimeoutMs: 600 };
  const baton = await startBaton({
    config: { version: 1, defaults: { holdBackSeconds: 0, closeAfterMs: null, network } },
  });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.keys('alt+2');
  await expect(popup.getByRole('alertdialog', { name: 'Refused' })).toHaveAccessibleDescription(
    'Plivo did not accept the request (400): Invalid value provided for to. ' +
      'to expects a/an reachable destination. Check that you still hear the caller.',
  );
  await baton.keys('Escape');
  await expectClosed(baton);
  await openPopup(baton);
  await baton.keys('ctrl+a', 'BackSpace');

  await baton.keys('alt+3');
  await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeVisible();
  await takesDecisions(popup);
  await baton.keys('n');
  await expectClosed(baton);

  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(popup.getByRole('dialog', { name: 'Transfer accepted' })).toBeVisible();
  expect(
    journalRows(baton.userData).map(({ address, outcome }) => `${address} ${outcome ?? ''}`),
  ).toEqual(['+14155550102 refused', '+14155550103 unknown', '+14155550101 accepted']);
});

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`npm run practice leaves no server behind when npm is ended: ${signal}`, async () => {
    const npm = spawn('npm', ['run', '--silent', 'practice', '--', '--port=0'], {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    npm.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    await expect.poll(() => output).toContain('Ctrl+C ends it.');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
    expect((await fetch(url)).status).toBe(404);
    // Nobody holds the pipe any more once the server has ended, too.
    const closed = once(npm, 'close');
    npm.kill(signal);
    await closed;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
}
