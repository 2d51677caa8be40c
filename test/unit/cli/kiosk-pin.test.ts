import { describe, expect, it } from 'vitest';

import { kioskPin } from '../../../electron/cli/kiosk-pin';

const hash = (pin: string) => `hash of ${pin}`;
const input = (typed: boolean, ...lines: string[]) => {
  const prompts: string[] = [];
  const line = (prompt: string) => {
    prompts.push(prompt);
    return lines.shift() ?? null;
  };
  return { typed, line, prompts };
};

describe('--kiosk-pin', () => {
  it('prints the hash of a PIN from a pipe, which is read once', () => {
    const piped = input(false, '2468');
    expect(kioskPin(piped, hash)).toEqual({ exitCode: 0, text: 'hash of 2468' });
    expect(piped.prompts).toHaveLength(1);
  });

  it('asks a person twice', () => {
    expect(kioskPin(input(true, '2468', '2468'), hash)).toEqual({
      exitCode: 0,
      text: 'hash of 2468',
    });
    for (const second of [['2469'], []]) {
      const { exitCode, text } = kioskPin(input(true, '2468', ...second), hash);
      expect([exitCode, text]).toEqual([1, 'the two PINs differ: nothing was made']);
    }
  });

  it('makes nothing of what is no PIN, and does not repeat it', () => {
    for (const lines of [[], [''], ['123'], ['secret'], ['1'.repeat(65)]]) {
      const { exitCode, text } = kioskPin(input(false, ...lines), hash);
      expect([exitCode, text]).toEqual([1, 'a PIN has 4 to 64 digits, and nothing else']);
    }
  });
});
