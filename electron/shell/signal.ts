/** Says that something has changed; listeners look for themselves what it was. */
export class Signal<T = void> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Returns the function that stops listening. */
  listen(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
