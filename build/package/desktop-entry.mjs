/** @typedef {Readonly<Record<string, string>>} Fields */

/**
 * A desktop entry (freedesktop.org, "Desktop Entry Specification").
 * @param {Fields} fields of the entry itself
 * @param {Readonly<Record<string, Fields>>} [actions] by the names that the field `Actions` lists
 * @returns {string} the content of a .desktop file
 */
export function desktopEntry(fields, actions = {}) {
  const groups = [
    group('Desktop Entry', fields),
    ...Object.entries(actions).map(([name, action]) => group(`Desktop Action ${name}`, action)),
  ];
  return groups.join('\n');
}

/**
 * The entry that a fleet's administrator copies to /etc/xdg/autostart.
 * @param {string} program
 * @returns {string}
 */
export function autostartEntry(program) {
  return desktopEntry({
    Type: 'Application',
    Name: 'Baton',
    Exec: `${execWord(program)} --hidden`,
    Icon: 'baton',
    Terminal: 'false',
    'X-GNOME-Autostart-enabled': 'true',
  });
}

/**
 * One word of an Exec field. Quoted, because a path may hold spaces; the field is itself a string,
 * in which a backslash is written twice; a percent sign would name a field code.
 * @param {string} word
 */
export function execWord(word) {
  const quoted = word.replaceAll(/["`$\\]/g, String.raw`\$&`);
  return `"${escaped(quoted).replaceAll('%', '%%')}"`;
}

/**
 * @param {string} name
 * @param {Fields} fields
 */
function group(name, fields) {
  const lines = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
  const broken = lines.find((line) => /[\r\n]/.test(line));
  if (broken !== undefined) throw new Error(`A field of a desktop entry is one line: ${broken}`);
  return `[${name}]\n${lines.join('\n')}\n`;
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
}
