/**
 * The spellings of a placeholder in the artefacts: Postman's `{{name}}`, the documents' `{name}`,
 * a template's `${name}`, Ruby's `#{name}`, a shell's `$NAME`, a path's `:name`, and `<name>`.
 */
const spellings =
  /\{\{\s*([\w.-]+)\s*\}\}|[$#]?\{\s*([\w.-]+)\s*\}|\$([A-Za-z_]\w*)|(?<=^|\/):([A-Za-z_]\w*)|<([\w. -]+)>/g;

/** Words that stand where a value is to be put in: YOUR_AUTH_ID, auth id, xxxx. */
const standIn =
  /^(?:your\b.*|.*\byour[ _-].*|x{4,}|\.{3,}|…|phlo[ _-]?id|node[ _-]?id|auth[ _-]?id|auth[ _-]?token|token|password)$/i;

/** One name for "PLIVO_AUTH_ID", "authId" and "auth-id". */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^plivo/, '');

export interface Filled {
  /** The text with what is known put in; null where something is still missing. */
  readonly text: string | null;
  /** Names of what is missing, as they were spelt. */
  readonly missing: readonly string[];
}

/** Puts the values that are known in the place of their names. */
export function fill(text: string, values: ReadonlyMap<string, string>): Filled {
  const missing: string[] = [];
  const filled = text.replaceAll(spellings, (whole: string, ...groups: readonly unknown[]) => {
    const name = groups.find((group): group is string => typeof group === 'string') ?? whole;
    const value = values.get(plainName(name));
    if (value === undefined) missing.push(name);
    return value ?? whole;
  });
  if (missing.length > 0) return { text: null, missing };
  const trimmed = filled.trim();
  if (trimmed === '' || standIn.test(trimmed)) {
    return { text: null, missing: trimmed === '' ? [] : [trimmed] };
  }
  return { text: trimmed, missing: [] };
}
