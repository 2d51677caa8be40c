/**
 * Desktop entries as freedesktop.org's Desktop Entry Specification has them: for the menu and for the
 * start at login, of packages and of a running Baton.
 */

export type Fields = Readonly<Record<string, string>>;

/** A field of a desktop entry is one line: any more would be a field of somebody else's. */
function group(name: string, fields: Fields): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
  const broken = lines.find((line) => /[\r\n]/.test(line));
  if (broken !== undefined) throw new Error(`A field of a desktop entry is one line: ${broken}`);
  return `[${name}]\n${lines.join('\n')}\n`;
}

/**
 * The content of a .desktop file. `actions` stand by the names that the field `Actions` lists.
 * Values are written as they are: an `Exec` is made by `execLine`.
 */
export function desktopEntry(
  fields: Fields,
  actions: Readonly<Record<string, Fields>> = {},
): string {
  return [
    group('Desktop Entry', fields),
    ...Object.entries(actions).map(([name, action]) => group(`Desktop Action ${name}`, action)),
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
}

const escapes: Readonly<Record<string, string>> = {
  s: ' ',
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
};

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (written, character: string) => escapes[character] ?? written);
}

/**
 * One word of an Exec field. Quoted, because a path may hold spaces; the field is itself a string,
 * in which a backslash is written twice; a percent sign would name a field code.
 */
export function execWord(word: string): string {
  const quoted = word.replaceAll(/["`$\\]/g, String.raw`\$&`);
  return `"${escaped(quoted).replaceAll('%', '%%')}"`;
}

const plain = /^[\w./:=,@+-]+$/;

/** An Exec field: the program always quoted, its arguments where they need it. */
export function execLine([program = '', ...words]: readonly string[]): string {
  const rest = words.map((word) => (plain.test(word) ? word : execWord(word)));
  return [execWord(program), ...rest].join(' ');
}

/** The words of an Exec field, without its field codes; null where it is not written as it has to be. */
export function execWords(value: string): string[] | null {
  const text = unescaped(value);
  const word = /\s*(?:"((?:[^"\\`$]|\\["\\`$])*)"|([^\s"'\\`$<>~|&;*?#()]+))(?=\s|$)/gsy;
  const words: string[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    end = match.index + match[0].length;
    const found = match[1]?.replaceAll(/\\(.)/gs, '$1') ?? match[2] ?? '';
    if (!/^%[a-zA-Z]$/.test(found)) words.push(found.replaceAll('%%', '%'));
  }
  return text.slice(end).trim() === '' && words.length > 0 ? words : null;
}

/** The fields of the entry itself, as they are written; of one that is given twice the first counts. */
export function readDesktopEntry(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inside = line.trimEnd() === '[Desktop Entry]';
    const parts = /^([^#=\s[][^=]*?)\s*=\s*(.*)$/.exec(line);
    if (!inside || parts === null) continue;
    const [, key = '', value = ''] = parts;
    // A space at the end is seen by nobody, and ends no desktop's reading of `true`.
    if (!fields.has(key)) fields.set(key, value.trimEnd());
  }
  return fields;
}
