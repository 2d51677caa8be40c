import type { Line, Settings } from '../contract/settings';

/** Id of the built-in practice line; the schema lets no configured line take it. */
export const practiceLineId = 'practice';

/** The line that an attempt would use now. */
export type ActiveLine =
  | { readonly kind: 'practice' }
  | { readonly kind: 'line'; readonly line: Line };

/**
 * Which line is in use: the one that `activeLine` names; the first one where it names none that
 * exists; the practice line where there is none at all, or where it was chosen by its id.
 */
export function activeLine(settings: Pick<Settings, 'lines' | 'activeLine'>): ActiveLine {
  if (settings.activeLine === practiceLineId) return { kind: 'practice' };
  const named = settings.lines.find((line) => line.id === settings.activeLine);
  const line = named ?? settings.lines[0];
  return line === undefined ? { kind: 'practice' } : { kind: 'line', line };
}
