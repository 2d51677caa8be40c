import { closedPort } from '../support/closed-port';
import { expect, test } from '../support/fixtures';
import { looker } from '../support/look';
import { expectClosed, openPopup, takesDecisions } from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { accepted, jsonAnswer } from '../support/recording-server';
import { retype } from '../support/retype';

/** Answers that say no, and what the person reads: body and advice. */
const refusals = [
  [
    '401',
    jsonAnswer('401 Unauthorized', { error: 'Unauthorized' }),
    'Sign-in failed (401). Check that you still hear the caller.',
    'Plivo did not accept the Auth ID or the Auth token. ' +
      'Replace them in Settings, Account or ask your administrator, then retry.',
  ],
  [
    '403',
    jsonAnswer('403 Forbidden', {}),
    'This account or PHLO is not enabled (403). Check that you still hear the caller.',
    'Ask your administrator.',
  ],
  [
    '404',
    jsonAnswer('404 Not Found', { error: 'not found' }),
    "Plivo does not know this line's PHLO or node, or it is not deployed (404). " +
      'Check that you still hear the caller.',
    'Check the line in Settings, Lines.',
  ],
  [
    '429',
    jsonAnswer('429 Too Many Requests', {}, ['Retry-After: 17']),
    'Plivo is limiting requests (429). Check that you still hear the caller.',
    'Wait 17 s, then retry.',
  ],
  [
    '400',
    jsonAnswer('400 Bad Request', { error: 'to is a mandatory param.' }),
    'Plivo did not accept the request (400): to is a mandatory param. ' +
      'Check that you still hear the caller.',
    'Check the number and its country code, then retry.',
  ],
  [
    'error-in-2xx',
    jsonAnswer('201 Created', { api_id: 'x', error: '+14155550100 is not on a live call' }),
    'Plivo answered with an error: +14155550100 is not on a live call. ' +
      'Check that you still hear the caller.',
    'Check that you are on a call and on the right line, then retry.',
  ],
] as const;

for (const theme of ['light', 'dark'] as const) {
  test(`an attempt, in ${theme}: sending and every outcome`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    const lines = [
      lineAt(server.url, 'support', 'Support line'),
      lineAt(`http://127.0.0.1:${await closedPort()}`, 'night', 'Night line'),
    ];
    const network = { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 1500 };
    const baton = await startBaton({
      config: realLine(server.url, { enforced: { theme }, defaults: { lines, network } }),
    });
    const popup = await baton.page('popup');
    const look = looker(desktop, popup, theme);
    const field = popup.getByRole('combobox', { name: 'Transfer to' });
    const heading = (name: string) => popup.getByRole('heading', { name, exact: true });
    const button = (name: string) => popup.getByRole('button', { name });
    await openPopup(baton);

    // No answer in time: first the waiting, then the question.
    server.reply('silence');
    await baton.keys('alt+1');
    await expect(heading('Transferring to Maria Alvarez')).toBeVisible();
    await expect(
      popup.getByRole('dialog', { name: 'Transferring to Maria Alvarez' }),
    ).toBeVisible();
    await expect(popup.getByText(/^Waiting for Plivo, [\d.]+ s$/)).toBeVisible();
    await expect(popup.getByRole('list', { name: 'Sending to Plivo.' })).toBeVisible();
    await look('sending');
    await expect(heading('Are you still on the call?')).toBeVisible();
    await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeVisible();
    await expect(popup.getByRole('alertdialog')).toHaveAccessibleDescription(
      'Plivo did not answer in time after we sent the transfer to Maria Alvarez. ' +
        'It may have happened. Listen before you answer.',
    );
    await look('unknown-timeout');
    await takesDecisions(popup);
    await baton.keys('n');
    await expectClosed(baton);

    const unclear = [
      ['drop', 'We lost the connection after sending the transfer to Marcus Chen.', 'drop'],
      [
        '500',
        'Plivo had a problem answering (500) after we sent the transfer to Marcus Chen.',
        jsonAnswer('500 Internal Server Error', { error: 'Oh' }),
      ],
    ] as const;
    for (const [state, words, reply] of unclear) {
      server.reply(reply);
      await openPopup(baton);
      await baton.keys('alt+2');
      await expect(heading('Are you still on the call?')).toBeVisible();
      await expect(popup.getByRole('alertdialog')).toHaveAccessibleDescription(
        `${words} It may have happened. Listen before you answer.`,
      );
      await expect(popup.getByText('You hear the caller', { exact: true })).toBeVisible();
      await expect(button('Yes, still with me')).toHaveAttribute('aria-keyshortcuts', 'Y');
      await expect(button('No, caller is gone')).toHaveAttribute('aria-keyshortcuts', 'N');
      await look(`unknown-${state}`);
      await takesDecisions(popup);
      await baton.keys('n');
      await expectClosed(baton);
    }

    await openPopup(baton);
    for (const [state, reply, body, advice] of refusals) {
      server.reply(reply);
      await retype(baton, '+442079460958');
      await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
      await baton.keys('Return');
      await expect(heading('Plivo refused the transfer')).toBeVisible();
      await expect(popup.getByRole('alertdialog', { name: 'Refused' })).toHaveAccessibleDescription(
        body,
      );
      await expect(popup.locator('.advice p')).toHaveText(advice);
      await expect(button('Retry')).toBeFocused();
      await look(`refused-${state}`);
      await baton.keys('Escape');
      await expectClosed(baton);
      await openPopup(baton);
      await expect(field).toBeFocused();
    }

    server.reply(accepted);
    await baton.keys('ctrl+a', 'BackSpace');
    await baton.keys('alt+3');
    await expect(heading('Plivo accepted the transfer')).toBeVisible();
    await expect(popup.getByRole('dialog', { name: 'Transfer accepted' })).toBeVisible();
    await expect(
      popup.getByText(/^To Priya Raman, in [\d.]+ s\. You will drop off the call\.$/),
    ).toBeVisible();
    await expect(button('Still on the call')).toBeVisible();
    await expect(button('Done')).toBeFocused();
    await look('accepted');
    await takesDecisions(popup);
    await baton.keys('Return');
    await expectClosed(baton);

    await openPopup(baton);
    await baton.keys('alt+l');
    const linesList = popup.getByRole('listbox', { name: 'Lines' });
    await expect(linesList).toBeFocused();
    await expect(linesList.getByRole('option')).toHaveCount(3);
    await look('lines');
    await baton.keys('Down', 'Return');
    await expect(popup.getByRole('button', { name: /^Line: Night line/ })).toBeVisible();
    await baton.keys('alt+4');
    await expect(heading('Not sent. The caller is still with you.')).toBeVisible();
    await expect(popup.getByRole('alertdialog', { name: 'Not sent' })).toHaveAccessibleDescription(
      "We couldn't reach Plivo: the connection was turned away.",
    );
    await expect(
      popup.getByRole('list', { name: 'Where the caller is: still with you.' }),
    ).toBeVisible();
    await look('not-sent');
    await baton.keys('Escape');
    await expectClosed(baton);

    // Everybody of before, with the outcome in the row's name.
    await openPopup(baton);
    await baton.keys('ctrl+a', 'BackSpace');
    const recent = popup.getByRole('group', { name: 'Recent' }).getByRole('option');
    await expect(recent).toHaveCount(5);
    for (const [index, outcome] of [
      'Not sent',
      'Accepted',
      'Refused',
      'Not confirmed',
      'Not confirmed',
    ].entries()) {
      await expect(recent.nth(index)).toHaveAccessibleName(new RegExp(`, ${outcome}, `));
    }
    await look('idle');

    // The keychain has lost the entry: nothing is sent, and the popup says why.
    const sent = server.requests.length;
    await desktop.run('secret-tool', ['clear', 'service', 'Baton']);
    await baton.keys('alt+1');
    await expect(heading('The sign-in is out of reach')).toBeVisible();
    await expect(popup.getByRole('alertdialog')).toHaveAccessibleDescription(
      'The system keychain is locked, or the entry was removed. Nothing was sent.',
    );
    await expect(button('Try again')).toBeFocused();
    await look('notice');
    expect(server.requests).toHaveLength(sent);
  });
}
