import { describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import { pinDigits } from '../../../renderer/popup/kiosk/pin-digits';
import type { FakeMain } from './fake-main';
import { settled } from './fake-main';
import { openPopup } from './open-popup';
import { held, idle, kiosk, unknownPhase } from './samples';

const open = {
  ...kiosk,
  kiosk: { freeEntry: false, lock: 'open', waitUntil: null, journal: 'kept' },
} as const;

async function atPad(answers: FakeMain['answers'] = {}) {
  const popup = await openPopup(kiosk, answers);
  popup.popup.kiosk.openPin();
  return popup;
}

describe('the pad for the PIN', () => {
  it('opens where there is a PIN, and nowhere else', async () => {
    const { screen } = await atPad();
    expect(screen()).toBe('pin');
    for (const state of [
      idle,
      {
        ...kiosk,
        kiosk: { freeEntry: false, lock: 'no-pin', waitUntil: null, journal: 'kept' },
      } as const,
    ]) {
      const other = await openPopup(state);
      other.popup.kiosk.openPin();
      expect(other.screen()).toBe('list');
    }
  });

  it('goes back to the grid', async () => {
    const { main, popup, screen } = await atPad();
    popup.leave();
    expect(screen()).toBe('list');
    expect(main.requests('kiosk:lock')).toEqual([]);
  });

  it('gives the PIN to main, and keeps it nowhere', async () => {
    const { main, popup, view } = await atPad({ 'kiosk:unlock': () => ok(null) });
    await popup.kiosk.tryPin('2468');
    expect(main.requests('kiosk:unlock')).toEqual([{ pin: '2468' }]);
    expect(JSON.stringify(view())).not.toContain('2468');
  });

  it('gives no empty PIN, and one at a time', async () => {
    const { main, popup } = await atPad({ 'kiosk:unlock': () => new Promise(() => {}) });
    void popup.kiosk.tryPin('');
    void popup.kiosk.tryPin('1');
    void popup.kiosk.tryPin('2');
    expect(main.requests('kiosk:unlock')).toEqual([{ pin: '1' }]);
  });

  it('says that a PIN was wrong, and lets another be given', async () => {
    const { main, popup, view } = await atPad({
      'kiosk:unlock': () => err({ code: 'wrong', waitUntil: 0 }),
    });
    await popup.kiosk.tryPin('1');
    expect(view().said).toMatchObject({ words: 'Wrong PIN. Try again.', urgent: true });
    await popup.kiosk.tryPin('2');
    expect(main.requests('kiosk:unlock')).toHaveLength(2);
  });

  it('says once how long it waits, and gives nothing to main until then', async () => {
    const { main, popup, clock, view } = await atPad();
    main.answers['kiosk:unlock'] = () => err({ code: 'wrong', waitUntil: clock.now() + 8000 });
    await popup.kiosk.tryPin('1');
    expect(view().said.words).toBe('Wrong PIN. Try again in 8 s.');
    clock.advance(7999);
    await popup.kiosk.tryPin('2');
    expect(main.requests('kiosk:unlock')).toHaveLength(1);
    clock.advance(1);
    await popup.kiosk.tryPin('2');
    expect(main.requests('kiosk:unlock')).toHaveLength(2);
  });

  it('waits as main does, also where it is opened in the middle of it', async () => {
    const { main, popup, clock, view } = await openPopup(kiosk);
    const waitUntil = clock.now() + 5000;
    main.push('popup:state', {
      ...kiosk,
      kiosk: { freeEntry: false, lock: 'locked', waitUntil, journal: 'kept' },
    });
    popup.kiosk.openPin();
    expect(view().said.words).toBe('Enter the PIN. Try again in 5 s.');
    await popup.kiosk.tryPin('1');
    expect(main.requests('kiosk:unlock')).toEqual([]);
  });

  it('says so where main could not look at the PIN', async () => {
    const { popup, view } = await atPad({ 'kiosk:unlock': () => err({ code: 'ipc-internal' }) });
    await popup.kiosk.tryPin('1');
    expect(view().said.words).toBe('Baton had a problem of its own. Try again.');
  });

  it('says that the disk may be full where a try could not be counted', async () => {
    const { main, popup, clock, view } = await atPad();
    main.answers['kiosk:unlock'] = () => err({ code: 'uncounted', waitUntil: clock.now() + 8000 });
    await popup.kiosk.tryPin('1');
    expect(view().said).toMatchObject({
      words: expect.stringMatching(/not looked at.*The disk may be full\. Try again in 8 s\.$/u),
      urgent: true,
    });
    await popup.kiosk.tryPin('2');
    expect(main.requests('kiosk:unlock')).toHaveLength(1);
  });

  it('has forgotten the last fault when it is opened again', async () => {
    const { popup, view } = await atPad({
      'kiosk:unlock': () => err({ code: 'wrong', waitUntil: 0 }),
    });
    await popup.kiosk.tryPin('1');
    popup.leave();
    popup.kiosk.openPin();
    expect(view().pinFault).toBeNull();
  });

  it('gives way to what is about the caller, and does not come back after it', async () => {
    const { main, screen } = await atPad();
    main.push('popup:state', { ...kiosk, phase: held });
    expect(screen()).toBe('held');
    main.push('popup:state', { ...kiosk, phase: unknownPhase });
    expect(screen()).toBe('unknown');
    main.push('popup:state', kiosk);
    expect(screen()).toBe('list');
  });
});

describe('what is typed as a PIN', () => {
  it.each([
    ['2468', '2468'],
    ['٢٤٦٨', '2468'],
    ['۲۴۶۸', '2468'],
    ['२४६८', '2468'],
    [' 24-68x', '2468'],
    ['pin', ''],
  ])('is, of “%s”, “%s”', (typed, pin) => {
    expect(pinDigits(typed)).toBe(pin);
  });
});

describe('what the right PIN opens', () => {
  it('is shown until main locks again', async () => {
    const { main, popup, screen, view } = await atPad();
    await popup.kiosk.tryPin('2468');
    main.push('popup:state', open);
    expect(screen()).toBe('unlocked');
    expect(view().said.words).toBe('Unlocked. Settings and quit are open until you go back.');
    main.push('popup:state', kiosk);
    expect(screen()).toBe('list');
  });

  it('leads to the settings and to quit', async () => {
    const { main, popup } = await openPopup(open);
    await popup.kiosk.exit('settings');
    await popup.kiosk.exit('quit');
    expect(main.requests('kiosk:leave')).toEqual([{ to: 'settings' }, { to: 'quit' }]);
  });

  it('says so where main has locked meanwhile', async () => {
    const { popup, view } = await openPopup(open, {
      'kiosk:leave': () => err({ code: 'locked' }),
    });
    await popup.kiosk.exit('quit');
    expect(view().said.words).toBe('Baton had a problem of its own');
  });

  it('is locked by going back', async () => {
    const { main, popup } = await openPopup(open);
    popup.leave();
    await settled();
    expect(main.requests('kiosk:lock')).toEqual([null]);
  });
});
