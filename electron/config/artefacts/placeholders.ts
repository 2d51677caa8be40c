/**
 * The spellings of a placeholder in the artefacts: Postman's `{{name}}`, the documents' `{name}`,
 * a template's `${name}`, Ruby's `#{name}`, a shell's `$NAME`, a path's `:name`, and `<name>`.
 */
const spellings =
  /\{\{\s*([\w.-]+)\s*\}\}|[$#]?\{\s*([\w.-]+)\s*\}|\$([A-Za-z_]\w*)|(?<=^|\/):([A-Za-z_]\w*)|<([\w. -]+)>/g;

/** The spellings inside a value that a placeholder stands for, in an environment or a file. */
const insideValues = /\{\{\s*([\w.-]+)\s*\}\}|\$\{([\w.-]+)\}/g;

/** Values put into one text. They may name each other, also in a circle, or each many others. */
const mostPutIn = 100;

/** Words that stand where a value is to be put in: YOUR_AUTH_ID, auth id, xxxx, a format's %s. */
const standIn =
  /^(?:your\b.*|.*\byour[ _-].*|x{4,}|\.{3,}|…|%[a-z]|\?|phlo[ _-]?id|node[ _-]?id|auth[ _-]?id|auth[ _-]?token|token|password)$/i;

/** Whether a text stands where a value is to be put in. */
export const isStandIn = (text: string): boolean => standIn.test(text);

/** One name for "PLIVO_AUTH_ID", "authId", "auth-id" and "MY_APP_PLIVO_AUTH_ID". */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^.*plivo/, '');

export interface Filled {
  /** The text with what is known put in; null where something is still missing. */
  readonly text: string | null;
  /** Names of what is missing, as they were spelt. */
  readonly missing: readonly string[];
}

/** The text with what is known put in and the rest as it was, and the names of that rest. */
function putIn(text: string, values: ReadonlyMap<string, string>) {
  const missing: string[] = [];
  let left = mostPutIn;
  const put = (into: string, pattern: RegExp): string =>
    into.replaceAll(pattern, (whole: string, ...groups: readonly unknown[]) => {
      const name = groups.find((group): group is string => typeof group === 'string') ?? whole;
      const value = values.get(plainName(name));
      left -= 1;
      if (value !== undefined && left >= 0) return put(value, insideValues);
      missing.push(name);
      return whole;
    });
  return { text: put(text, spellings), missing };
}

/** Puts in what is known, and leaves the rest as it is. */
export const fillKnown = (text: string, values: ReadonlyMap<string, string>): string =>
  putIn(text, values).text;

/** Puts the values that are known in the place of their names. */
export function fill(text: string, values: ReadonlyMap<string, string>): Filled {
  const { text: filled, missing } = putIn(text, values);
  if (missing.length > 0) return { text: null, missing };
  const trimmed = filled.trim();
  if (trimmed === '' || isStandIn(trimmed)) {
    return { text: null, missing: trimmed === '' ? [] : [trimmed] };
  }
  return { text: trimmed, missing: [] };
}
