import type { Page } from '@playwright/test';
import type { TFunction } from 'i18next';

import type { Baton } from './baton';
import { expect } from './fixtures';
import { expectClosed, openPopup, takesDecisions } from './popup-window';
import { accepted, jsonAnswer, type RecordingServer } from './recording-server';
import { retype } from './retype';

export interface PopupWalk {
  readonly baton: Baton;
  readonly popup: Page;
  readonly server: RecordingServer;
  /** Says the texts that the popup shows, in its language. */
  readonly say: TFunction;
  /** Called in every state, with its name. */
  readonly look: (state: string) => Promise<void>;
}

/** States of the list: what is shown before anything is sent. Keys alone, whatever the language. */
export async function walkList(walk: PopupWalk): Promise<void> {
  const { baton, popup, say, look } = walk;
  const field = popup.getByRole('combobox');
  const seen = (text: string) => expect(popup.getByText(text, { exact: true })).toBeVisible();
  await openPopup(baton);
  await expect(field).toBeFocused();
  await look('idle-empty');

  await baton.type('ma');
  await expect(popup.getByRole('option', { selected: true })).toBeVisible();
  await look('search');
  await baton.keys('Tab');
  await expect(popup.getByRole('radiogroup')).toBeVisible();
  await look('search-role');
  await baton.keys('shift+Tab');

  await baton.keys('F1');
  await expect(popup.getByRole('dialog', { name: say('popup.help.title') })).toBeVisible();
  await look('help');
  await baton.keys('Escape');

  await retype(baton, 'zzyzx q');
  await seen(say('popup.list.noMatch', { text: 'zzyzx q' }));
  await look('no-match');

  await retype(baton, '+442079460958');
  await seen(say('popup.field.complete'));
  await look('number');
  await retype(baton, '4155550134');
  await expect(popup.getByRole('option', { name: /Maria Alvarez/u })).toBeVisible();
  await look('number-known');
  const refused = [
    ['too-short', '+44207', say('popup.field.tooShort')],
    ['too-long', '+4420794609581234', say('popup.field.tooLong')],
    ['extension', '+14155550134 ext 5', say('popup.field.why.extension')],
    ['vanity', '1-800-FLOWERS', say('popup.field.why.vanity')],
    ['not-sip', 'sip:nobody', say('popup.field.why.sip')],
    ['emergency', '112', say('popup.field.why.emergency')],
  ] as const;
  for (const [state, text, words] of refused) {
    await retype(baton, text);
    await seen(words);
    await look(state);
  }
  await retype(baton, 'sip:maria@example.com');
  await seen(say('popup.list.toAddress'));
  await look('sip');
  await baton.keys('ctrl+a', 'BackSpace');
}

/** Every ending of an attempt, the hold-back before one, and what follows from it. */
export async function walkAttempts(walk: PopupWalk): Promise<void> {
  const { baton, popup, server, say, look } = walk;
  const heading = popup.getByRole('heading', { level: 1 });
  const backToList = async () => {
    await baton.keys('Escape');
    await expectClosed(baton);
    await openPopup(baton);
    await baton.keys('ctrl+a', 'BackSpace');
  };

  for (const [state, reply] of [
    ['silence', 'silence'],
    ['drop', 'drop'],
    ['500', jsonAnswer('500 Internal Server Error', { error: 'Oh' })],
  ] as const) {
    server.reply(reply);
    await baton.keys('alt+1');
    if (state === 'silence') {
      const to = 'Maria Alvarez';
      await expect(heading).toHaveText(say('popup.states.sending.title', { to }));
      await look('sending');
    }
    await expect(heading).toHaveText(say('popup.states.unknown.title'));
    await look(`unknown-${state}`);
    await takesDecisions(popup);
    await baton.keys('n');
    await expectClosed(baton);
    await openPopup(baton);
  }

  for (const [state, reply] of [
    ['400', jsonAnswer('400 Bad Request', { error: 'to is a mandatory param.' })],
    ['401', jsonAnswer('401 Unauthorized', { error: 'Unauthorized' })],
    ['403', jsonAnswer('403 Forbidden', {})],
    ['404', jsonAnswer('404 Not Found', { error: 'not found' })],
    ['429', jsonAnswer('429 Too Many Requests', {}, ['Retry-After: 17'])],
    ['error', jsonAnswer('201 Created', { api_id: 'x', error: 'not on a live call' })],
  ] as const) {
    server.reply(reply);
    await baton.keys('alt+2');
    await expect(heading).toHaveText(say('popup.states.refused.title'));
    await look(`refused-${state}`);
    await backToList();
  }

  server.reply(accepted);
  await baton.keys('alt+3');
  await expect(heading).toHaveText(say('popup.states.accepted.title'));
  await look('accepted');
  await backToList();

  // The same again, seconds later: asked first.
  await baton.keys('alt+3');
  await expect(heading).toHaveText(say('startErrors.repeat.title', { to: 'Priya Raman' }));
  await look('repeat');
  await baton.keys('Escape');

  await baton.keys('alt+l');
  await expect(popup.getByRole('listbox', { name: say('popup.foot.lines') })).toBeFocused();
  await look('lines');
  await baton.keys('Down', 'Return');
  await expect(popup.getByRole('button', { name: /Night line/u })).toBeVisible();
  await baton.keys('alt+4');
  await expect(heading).toHaveText(say('popup.states.notSent.title'));
  await look('not-sent');
  await backToList();
  await look('idle');

  await baton.desktop.run('secret-tool', ['clear', 'service', 'Baton']);
  await baton.keys('alt+1');
  await expect(heading).toHaveText(say('startErrors.credentials-locked.title'));
  await look('notice');
}
