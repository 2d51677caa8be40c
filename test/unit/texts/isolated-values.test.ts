import { afterEach, describe, expect, it } from 'vitest';

import { english } from '../../../electron/contract/texts/english';
import { speak, t } from '../../../renderer/ui/texts';

const titles = (title: string) => ({ popup: { states: { sending: { title } } } });

describe('a name or number inside a text', () => {
  afterEach(() => speak('en', english));

  it('is isolated where the text runs from right to left, so that it keeps its own order', () => {
    speak('ar', titles('\u0646\u0642\u0644 \u0625\u0644\u0649 {{to}}'));
    expect(t('popup.states.sending.title', { to: '+1 415 555 0134' })).toBe(
      '\u0646\u0642\u0644 \u0625\u0644\u0649 \u2068+1 415 555 0134\u2069',
    );
  });

  it('stands as it is where the text runs from left to right, signs of HTML included', () => {
    expect(t('popup.states.sending.title', { to: 'Tom & "Jo" <x>' })).toBe(
      'Transferring to Tom & "Jo" <x>',
    );
  });
});
