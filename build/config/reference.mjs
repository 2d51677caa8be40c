/** @typedef {import('./schema.mjs').Schema} Schema */

/** @param {unknown} value as the file writes it */
const code = (value) => `\`${JSON.stringify(value)}\``;

/**
 * @param {Schema} schema
 * @returns {string} what a value may be, in words
 */
function valuesText(schema) {
  const { anyOf, enum: values, type, minimum, maximum, maxLength, maxItems } = schema;
  if (anyOf !== undefined) return anyOf.map(valuesText).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  if (values !== undefined) return values.map(code).join(', ');
  const types = [type ?? 'object'].flat();
  /** @type {Readonly<Record<string, string>>} */
  const words = {
    string: maxLength === undefined ? 'text' : `text, at most ${maxLength} characters`,
    integer: `whole number, ${minimum} to ${maximum}`,
    number: `number, ${minimum} to ${maximum}`,
    boolean: '`true`, `false`',
    array: maxItems === undefined ? 'list' : `list, at most ${maxItems} entries`,
    object: 'object',
    null: '`null`',
  };
  return types.map((name) => words[name] ?? name).join(' or ');
}

/**
 * Rows of a table: every key below a schema.
 * @param {Schema} schema
 * @param {string} path
 * @returns {readonly { key: string, schema: Schema, required: boolean }[]}
 */
function rowsOf({ properties = {}, required = [] }, path) {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const key = path === '' ? name : `${path}.${name}`;
    const own = { key, schema, required: required.includes(name) };
    const entry = schema.items?.properties === undefined ? [] : rowsOf(schema.items, `${key}[]`);
    return [own, ...entry, ...rowsOf(schema, key)];
  });
}

/**
 * @param {Schema} schema
 * @param {Readonly<Record<string, { text: string }>>} descriptions with their marks, which the schema has not
 * @param {(key: string) => unknown} builtIn undefined where there is none
 */
function table(schema, descriptions, builtIn) {
  const rows = rowsOf(schema, '').map(({ key, schema: value, required }) => {
    const own = value.default ?? builtIn(key);
    const isOwn = value.properties === undefined && own !== undefined;
    const without = required ? 'required' : isOwn ? code(own) : '';
    const suchAs = (value.examples ?? []).map((example) => `, such as ${code(example)}`)[0] ?? '';
    const values = `${valuesText(value)}${suchAs}`;
    return [`\`${key}\``, descriptions[key]?.text ?? '', values, without];
  });
  const heading = ['key', 'what it is', 'values', 'without it'];
  /** @type {(cells: readonly string[]) => string} */
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * The page for administrators, docs/managed-settings.md.
 * @param {Schema} schema
 * @param {{ settings: Readonly<Record<string, { text: string }>>, file: Readonly<Record<string, { text: string }>> }} descriptions
 * @param {Readonly<Record<string, unknown>>} builtIn the settings that hold where nobody says anything
 */
export function referencePage(schema, descriptions, builtIn) {
  const settings = schema.definitions?.['settings'] ?? {};
  /** @type {(key: string) => unknown} */
  const builtInValue = (key) =>
    key.split('.').reduce(
      /** @type {(value: unknown, part: string) => unknown} */
      (value, part) =>
        value instanceof Object ? new Map(Object.entries(value)).get(part) : undefined,
      builtIn,
    );
  return `# Managed settings

One file sets Baton up for every person of a computer. This page is made from the schema that Baton
checks the file with (\`build/config/config.schema.json\`); \`build/config/config.example.jsonc\` is a
whole file to start from.

## Where it lies

| system | file |
| --- | --- |
| Linux | \`/etc/baton/config.json\` |
| Windows | \`%ProgramData%\\Baton\\config.json\` |
| macOS | \`/Library/Application Support/Baton/config.json\` |

\`--config=FILE\` names another. The file is JSON with comments and trailing commas, UTF-8, at most
1 MiB. It belongs to the administrator (root) or to the user who runs Baton, nobody else may write
it, and it is no symbolic link: else it is refused whole.

To put a file in its place on Linux and check it:

\`\`\`sh
sudo install -D -m 644 config.json /etc/baton/config.json
baton --check-config
\`\`\`

\`--check-config\` needs no display. It prints every value in force with its source and exits 0, or it
prints every error as \`FILE:LINE:COLUMN: KEY: expected …\` and exits 1. It prints no secret and
changes nothing. Asked by root, it answers for the person whose the file is, and of a file of root's
own for everybody else. To check a file before it is put in its place, or to read the answer in a script:

\`\`\`sh
baton --check-config=config.json
baton --check-config=config.json --json
\`\`\`

To begin with what one computer has: set Baton up there, then **About, Export settings…** saves what is
in force as such a file, without the token, everything under \`defaults\`. Move what nobody may change
to \`enforced\`, and look at the paths in it.

On Windows the rights of the file are not judged: give the folder to the administrators, as every
user may make folders in \`%ProgramData%\`:

\`\`\`bat
icacls "%ProgramData%\\Baton" /inheritance:r /grant Administrators:(OI)(CI)F SYSTEM:(OI)(CI)F Users:(OI)(CI)RX
\`\`\`

## Which value holds

\`enforced\` goes before what the person set, that before \`defaults\`, and those before what is built
in. Objects merge by key, lists are taken whole. What is enforced shows a lock and "Set by your
administrator", and Baton refuses to change it.

The file is watched, and a change is in force at once: it may be written in place, replaced, deleted,
or come with a file system that is mounted later. While there is none, it counts as empty. While it
is malformed, unreadable or not safe, its last good content stays in force and every person is shown
what is wrong, with file, line, column, key and what was expected.

## The Auth token

Baton runs as the agent, so a token that the agent's Baton can read is one that the agent can read.
There are three ways, and Account says which is in use:

1. **Nothing in the file.** Each agent enters the token under Account; it lies in their keychain.
2. **\`credentials.authToken\`**, in a file that the user who runs Baton owns with mode 600, named by
   \`--config\`. Baton takes it into the keychain, reads it back, and takes it out of the file;
   everything else in the file stays as it is. Where the keychain is locked, that happens with the
   first transfer after it was unlocked. A file that cannot be rewritten is named until the token is
   gone. In a file that others may read, or in the administrator's own, the token is refused
   and the rest is taken.
3. **\`credentials.authTokenFile\`**, for a kiosk whose keychain is locked after an automatic login: a
   file with the token and nothing else. It belongs to the user who runs Baton and has mode 600; a
   relative path is taken from the folder of the configuration file. Or \`systemd:NAME\`: the
   credential NAME of the systemd service that Baton runs as (\`LoadCredential=NAME:/path\`). It is
   read for each transfer, not kept, never changed and never copied to the keychain.

To make such a file, for the user who runs Baton:

\`\`\`sh
mkdir -p ~/.config
(umask 077 && cat > ~/.config/baton-token)
\`\`\`

and paste the token, Enter, Ctrl+D.

## The file

${table({ ...schema, properties: { ...schema.properties, defaults: { description: '', type: 'object' }, enforced: { description: '', type: 'object' } } }, descriptions.file, () => undefined)}

## Settings

In \`defaults\` and in \`enforced\`, all of them optional.

${table(settings, descriptions.settings, builtInValue)}
`;
}
