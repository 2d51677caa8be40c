import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '../support/fixtures';
import { withFolder } from '../support/own-folder';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { retype } from '../support/retype';

const emma = 'name,number,department\nEmma Lindqvist,+46855500142,Returns\n';

test('only who is in the directory may be called, as the file is by now', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'people.csv');
    writeFileSync(file, emma);
    const enforced = { destinations: { directoryOnly: true }, directory: { files: [file] } };
    const baton = await startBaton({ config: realLine(server.url, { enforced }) });
    const popup = await baton.page('popup');
    await openPopup(baton);
    await baton.type('+14155550178');
    await expect(popup.getByRole('button', { name: 'Transfer', exact: true })).toBeDisabled();
    await baton.keys('Return');

    // An editor writes another file and renames it over the old one.
    writeFileSync(`${file}~`, `${emma}Amara Okonjo,+14155550178,Billing\n`);
    renameSync(`${file}~`, file);
    await expect(async () => {
      await retype(baton, 'amara okonjo');
      await expect(popup.getByRole('option', { name: /^Amara Okonjo/ })).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
    expect(server.requests).toEqual([]);
    await retype(baton, '+14155550178');
    await expect(popup.getByText('Amara Okonjo').first()).toBeVisible();
    await baton.keys('Return');
    expect(await server.arrived(1)).toContain('"to":"+14155550178"');
    await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
    await expect(popup.getByRole('status')).toContainText('To Amara Okonjo');
  });
});
