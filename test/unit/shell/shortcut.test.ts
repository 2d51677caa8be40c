import { describe, expect, it } from 'vitest';

import { shortcutLabel } from '../../../electron/shell/accelerator';
import { Shortcut } from '../../../electron/shell/shortcut';

/** A system that holds some accelerators already. */
function system(taken: readonly string[]) {
  const held = new Map<string, () => void>();
  return {
    held,
    register(accelerator: string, pressed: () => void) {
      if (accelerator === 'Nonsense') throw new TypeError('no accelerator');
      if (taken.includes(accelerator)) return false;
      held.set(accelerator, pressed);
      return true;
    },
    unregister: (accelerator: string) => held.delete(accelerator),
  };
}

describe('the shortcut', () => {
  it('takes a new accelerator and gives up the old one', () => {
    const registry = system([]);
    const shortcut = new Shortcut(registry, () => undefined);
    expect(shortcut.change('Control+Alt+B').ok).toBe(true);
    expect(shortcut.change('Control+Alt+T').ok).toBe(true);
    expect([...registry.held.keys()]).toEqual(['Control+Alt+T']);
    expect(shortcut.registered).toBe('Control+Alt+T');
  });

  it.each([
    ['Control+Alt+X', 'shortcut-taken'],
    ['Nonsense', 'shortcut-invalid'],
  ])('keeps the old one when the system refuses %s', (accelerator, code) => {
    const registry = system(['Control+Alt+X']);
    const shortcut = new Shortcut(registry, () => undefined);
    shortcut.change('Control+Alt+B');
    expect(shortcut.change(accelerator)).toEqual({ ok: false, error: code });
    expect(shortcut.registered).toBe('Control+Alt+B');
    expect([...registry.held.keys()]).toEqual(['Control+Alt+B']);
  });

  it('tells who waits for a press, and does what it always does', () => {
    const registry = system([]);
    const done: string[] = [];
    const shortcut = new Shortcut(registry, () => done.push('opened'));
    shortcut.change('Control+Alt+B');
    const stop = shortcut.onPress(() => done.push('told'));
    registry.held.get('Control+Alt+B')?.();
    stop();
    registry.held.get('Control+Alt+B')?.();
    expect(done).toEqual(['opened', 'told', 'opened']);
  });

  it('knows whether it has ever fired', () => {
    const registry = system([]);
    let pressed = 0;
    const shortcut = new Shortcut(registry, () => (pressed += 1));
    shortcut.change('Control+Alt+B');
    expect(shortcut.seen).toBe(false);
    registry.held.get('Control+Alt+B')?.();
    expect(shortcut.seen).toBe(true);
    expect(pressed).toBe(1);
  });

  it.each([
    ['Control+Alt+B', 'linux', 'Ctrl+Alt+B'],
    ['Control+Alt+B', 'darwin', '⌃⌥B'],
    ['Super+Shift+F5', 'win32', 'Win+Shift+F5'],
    ['CommandOrControl+Space', 'darwin', '⌘Space'],
  ] as const)('is written for %s on %s as %s', (accelerator, platform, label) => {
    expect(shortcutLabel(accelerator, platform)).toBe(label);
  });
});
