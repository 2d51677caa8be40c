import { expect, test } from '../support/fixtures';
import { looker } from '../support/look';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { retype } from '../support/retype';

for (const theme of ['light', 'dark'] as const) {
  test(`the list, in ${theme}: idle, search, no match, and every kind of typed address`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    const baton = await startBaton({ config: realLine(server.url, { enforced: { theme } }) });
    const popup = await baton.page('popup');
    const look = looker(desktop, popup, theme);
    const field = popup.getByRole('combobox', { name: 'Transfer to' });
    const transfer = popup.getByRole('button', { name: 'Transfer' });
    const option = (name: string | RegExp) => popup.getByRole('option', { name });
    await openPopup(baton);
    await expect(popup.getByRole('dialog', { name: 'Baton' })).toBeVisible();
    await expect(field).toBeFocused();
    const list = popup.getByRole('listbox', { name: 'Suggestions' });
    const favourites = list.getByRole('group', { name: 'Favourites' });
    await expect(favourites.getByRole('option')).toHaveCount(4);
    await expect(option('Maria Alvarez, Billing, +1 415 555 0134. Alt 1')).toHaveAttribute(
      'aria-selected',
      'false',
    );
    await expect(transfer).toHaveAttribute('aria-disabled', 'true');
    await expect(transfer).toHaveAttribute('aria-keyshortcuts', 'Enter');
    await expect(list.getByRole('group', { name: 'Recent' })).toHaveCount(0);
    await expect(
      popup.getByRole('button', { name: 'Line: Support line, from +1 415 555 0100, ready' }),
    ).toBeVisible();
    await look('idle-empty');

    await baton.type('ma');
    await expect(popup.getByText('3 matches', { exact: true })).toBeVisible();
    await expect(option('Marcus Chen, Tech support, +1 415 555 0161')).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(popup.locator('mark')).toHaveText(['Ma', 'Ma', 'ma']);
    await look('search');

    await baton.keys('Tab');
    await expect(popup.getByRole('radiogroup', { name: 'They join as' })).toBeVisible();
    await expect(popup.getByRole('radio', { name: 'Agent' })).toBeFocused();
    await look('search-role');
    await baton.keys('shift+Tab');

    await retype(baton, 'mariana v');
    await expect(popup.getByText('No one called “mariana v”')).toBeVisible();
    await expect(transfer).toHaveAttribute('aria-disabled', 'true');
    await look('no-match');

    await retype(baton, '+442079460958');
    await expect(field).toHaveValue('+44 20 7946 0958');
    await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
    await expect(
      option('Transfer to +44 20 7946 0958, United Kingdom, not in your directory'),
    ).toHaveAttribute('aria-selected', 'true');
    await expect(transfer).not.toHaveAttribute('aria-disabled');
    await look('number');

    await retype(baton, '4155550134');
    await expect(popup.getByText('Transfer to +1 415 555 0134', { exact: true })).toBeVisible();
    await expect(popup.getByText('United States, Maria Alvarez, Billing')).toBeVisible();
    await look('number-known');

    const refused: readonly (readonly [string, string, string, string])[] = [
      ['too-short', '+44207', 'Too short', 'Digits are missing. Add the rest of the number.'],
      ['too-long', '+4420794609581234', 'Too long', 'There are too many digits. Check the number.'],
      [
        'extension',
        '+14155550134 ext 5',
        'Not a number we can call',
        "A call can't be moved to an extension. Type the number without it.",
      ],
      [
        'vanity',
        '1-800-FLOWERS',
        'Not a number we can call',
        "Letters in a number can't be dialled. Type the digits instead.",
      ],
      [
        'not-sip',
        'sip:nobody',
        'Not an address we can call',
        'A SIP address looks like sip:name@example.com.',
      ],
    ];
    for (const [state, text, word, advice] of refused) {
      await retype(baton, text);
      await expect(popup.getByText(word, { exact: true })).toBeVisible();
      await expect(popup.getByText(advice, { exact: true })).toBeVisible();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(transfer).toHaveAttribute('aria-disabled', 'true');
      await look(state);
    }

    await retype(baton, 'sip:maria@example.com');
    await expect(popup.getByText('Transfer to this address', { exact: true })).toBeVisible();
    await look('sip');
    expect(server.requests).toEqual([]);
  });
}
