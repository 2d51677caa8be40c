interface Place {
  /** Index of the active row; null: none. */
  readonly active: number | null;
  readonly total: number;
  /** Rows that are in sight in full. */
  readonly inSight: number;
}

/** The row that a key moves to in the table, by index; null: the key does not move. */
export function rowForKey(key: string, { active, total, inSight }: Place): number | null {
  if (total === 0) return null;
  const from = active ?? -1;
  const page = Math.max(1, inSight - 1);
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, total - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(Math.max(from, 0) + page, total - 1);
    case 'PageUp':
      return Math.max(from - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key asks for the text filter: Ctrl+F (⌘F), or "/" where nothing is being typed. */
export function asksForSearch(pressed: Pressed, isTyping: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'f';
  return key === '/' && !isTyping;
}
