import type { Locator, Page } from '@playwright/test';

import { directionOf, languages } from '../../electron/contract/languages';
import { axeFaults } from '../support/axe';
import type { Baton } from '../support/baton';
import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { openManager, showPage } from '../support/manager-window';
import { pageFaults } from '../support/page-layout';
import { takePicture } from '../support/pictures';
import { realLine } from '../support/real-line';
import { longTongue, realTongue, serveTongue, speaker, type Tongue } from '../support/tongues';

const long =
  'https://a-rather-long-name-of-a-server.in-a-department.example.com:8443/behind/a/proxy';
const path = '/v1/phlo/0b5c8e1e-0000-4000-8000-000000000001/multi_party_call/';
const brought = [
  `curl -u 'MAFAKE0IMPORT0LOOKS0:fake-token-for-tests-to-look-at' -d '{"trigger_source":"{{agent_number}}","role":"customer"}' ${long}${path}7d20aa10-0000-4000-8000-000000000002`,
  `curl https://phlorunner.plivo.com/v1/phlo/{{the_id_of_the_phlo_as_the_console_shows_it}}/multi_party_call/{{node_id}}`,
].join('\n');

interface Shown {
  readonly baton: Baton;
  readonly manager: Page;
  readonly say: ReturnType<typeof speaker>;
  readonly look: (state: string) => Promise<void>;
}

/** Both steps, each as it is first shown and with everything that can be wrong in it. */
async function walkImport({ manager, say, look }: Shown): Promise<void> {
  const button = (within: Page | Locator, name: string) =>
    within.getByRole('button', { name, exact: true });
  await button(manager, say('manager.bring.open')).click();
  const field = manager.getByLabel(say('manager.bring.read.label'));
  await expect(field).toBeFocused();
  await look('read');
  await field.fill('curl https://example.com -u secret');
  await button(manager, say('manager.bring.read.read')).click();
  await expect(manager.locator('.problem').last()).toBeVisible();
  await look('not-recognised');
  await field.fill(brought);
  await button(manager, say('manager.bring.read.read')).click();
  const found = manager.getByRole('dialog', { name: say('manager.bring.found.title') });
  await expect(found.getByLabel(say('manager.account.authId.label'))).toBeVisible();
  await look('found');
  await button(found, say('manager.actions.save')).click();
  await expect(found.locator('[aria-invalid="true"]').first()).toBeFocused();
  await look('found-wrong');
  await found.getByLabel(say('manager.lines.form.apiBaseUrl')).scrollIntoViewIfNeeded();
  await look('found-address');
  await button(found, say('manager.bring.found.add')).scrollIntoViewIfNeeded();
  await look('found-end');
  await manager.keyboard.press('Escape');
  await expect(manager.getByRole('dialog')).toHaveCount(0);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the import of a line, in ${theme}`, async ({ startBaton, server }) => {
    const baton = await startBaton({ config: realLine(server.url, { enforced: { theme } }) });
    const manager = await openManager(baton, 'Lines');
    const look = async (state: string) => {
      await takePicture(baton.desktop, manager, `import-${state}-${theme}`);
      expect.soft(await axeFaults(manager), state).toEqual([]);
      expect.soft(await pageFaults(manager), state).toEqual([]);
    };
    await look('lines');
    await walkImport({ baton, manager, say: speaker(realTongue('en')), look });
    await showPage(manager, 'About');
    const exporting = manager.getByRole('button', { name: 'Export settings…' });
    await exporting.scrollIntoViewIfNeeded();
    await look('export');
  });
}

test('nothing of the import is cut with text twice as large', async ({ startBaton, server }) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openManager(baton, 'Lines');
  await manager.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const look = async (state: string) => {
    await takePicture(baton.desktop, manager, `import-${state}-large`);
    expect.soft(await pageFaults(manager), state).toEqual([]);
  };
  await walkImport({ baton, manager, say: speaker(realTongue('en')), look });
});

const tongues: readonly Tongue[] = [
  ...languages.filter((language) => language !== 'en').map(realTongue),
  longTongue('en'),
  longTongue('ar'),
];

test('nothing of the import is cut in any language', async ({ startBaton, server }) => {
  test.setTimeout(120_000);
  const baton = await startBaton({ config: realLine(server.url) });
  const manager = await openManager(baton, 'Lines');
  for (const tongue of tongues) {
    await serveTongue(baton.app.context(), tongue);
    await callBridge(manager, 'settings:change', { key: 'language', value: tongue.language });
    await callBridge(manager, 'manager:open', { route: 'lines' });
    await manager.reload();
    await expect(manager.locator('html')).toHaveAttribute('dir', directionOf(tongue.language));
    const look = async (state: string) => {
      await takePicture(baton.desktop, manager, `import-${state}-${tongue.name}`);
      expect.soft(await pageFaults(manager), `${state} in ${tongue.name}`).toEqual([]);
    };
    await walkImport({ baton, manager, say: speaker(tongue), look });
  }
});
