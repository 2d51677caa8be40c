import { err, ok, type Result } from '../contract/result';

/** What is used of Electron's `globalShortcut`, handed in. */
export interface ShortcutRegistry {
  /** False where the system refuses; throws on a text that is no accelerator. */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

export type ShortcutRefusal = 'shortcut-taken' | 'shortcut-invalid';

/** The one global shortcut. A new one is registered before the old one is given up. */
export class Shortcut {
  #registered: string | null = null;
  #seen = false;
  readonly #registry: ShortcutRegistry;
  readonly #pressed: () => void;
  readonly #listeners = new Set<() => void>();

  constructor(registry: ShortcutRegistry, pressed: () => void) {
    this.#registry = registry;
    this.#pressed = pressed;
  }

  /** The accelerator that is registered now, or null. */
  get registered(): string | null {
    return this.#registered;
  }

  /** True once it has fired: on Wayland a granted shortcut may never do so. */
  get seen(): boolean {
    return this.#seen;
  }

  /** Calls back at every press, which does what it always does; returns what stops that. */
  onPress(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Takes `accelerator`; where the system refuses it, the old one stays. */
  change(accelerator: string): Result<void, ShortcutRefusal> {
    if (accelerator === this.#registered) return ok(undefined);
    const refusal = this.#register(accelerator);
    if (refusal !== null) return err(refusal);
    if (this.#registered !== null) this.#registry.unregister(this.#registered);
    this.#registered = accelerator;
    return ok(undefined);
  }

  #register(accelerator: string): ShortcutRefusal | null {
    try {
      return this.#registry.register(accelerator, () => {
        this.#seen = true;
        this.#pressed();
        for (const listener of this.#listeners) listener();
      })
        ? null
        : 'shortcut-taken';
    } catch {
      // Electron throws a TypeError for a text that is no accelerator.
      return 'shortcut-invalid';
    }
  }
}
