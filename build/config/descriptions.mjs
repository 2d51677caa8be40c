/**
 * What each key of the managed file means, by its path in the file; settings stand without the
 * layer that they are in. The schema and the reference page are made of it.
 * @typedef {object} Description
 * @property {string} text
 * @property {string} [pattern] what a text must match that is none of the words the schema names,
 *   where the schema has only a rule in code
 * @property {readonly unknown[]} [examples]
 */

const settings = {
  lines: {
    text: 'The lines: pairs of PHLO and node under a name. The array is taken whole from the strongest layer that has one.',
  },
  'lines[].id': {
    text: 'Name of the line for `activeLine` and `--line`. Different for each line, and not `practice`.',
  },
  'lines[].name': { text: 'Name of the line as people read it.' },
  'lines[].phloId': { text: 'Id of the PHLO, from the Plivo console.' },
  'lines[].nodeId': { text: 'Id of its multi-party call node, from the Plivo console.' },
  'lines[].triggerSource': {
    text: 'Number or SIP address that the agent is on the call with. A number with its country code, or one of the file’s `region`.',
    examples: ['+14155550100', 'sip:agent1@phone.plivo.com'],
  },
  'lines[].role': {
    text: 'Role of the person who is added, where the directory gives that person none.',
  },
  'lines[].numberFormat': {
    text: 'How numbers are sent: `e164` with the plus, `digits` without it.',
  },
  'lines[].apiBaseUrl': {
    text: 'Address of Plivo’s API: https, or http on loopback only.',
    pattern: String.raw`^(https://|http://(localhost|127\.0\.0\.1|\[::1\])([:/]|$))`,
  },
  activeLine: {
    text: 'Id of the line in use: a line of this file, or `practice`. `null`: the first line, or the practice line where there is none.',
  },
  region: {
    text: 'Region (ISO 3166, two letters; the United Kingdom is `GB`) that numbers without a country code belong to.',
    examples: ['US', 'GB'],
  },
  shortcut: {
    text: 'The global shortcut, as an Electron accelerator: a key with Control, Alt or Super, or a function key.',
    examples: ['Control+Alt+B'],
  },
  holdBackSeconds: { text: 'Seconds for which a transfer can be taken back before it is sent.' },
  closeAfterMs: {
    text: 'Milliseconds until the popup closes after an accepted transfer. `null`: it stays open.',
  },
  clipboardOffer: { text: 'Offer a number that was copied, as the popup’s first row.' },
  authId: {
    text: 'Auth ID of the Plivo account. `credentials.authId` is enough where a token comes with it.',
  },
  updates: { text: 'Look for new versions of Baton, and install them.' },
  destinations: { text: 'Who may be transferred to, on every line but the practice line.' },
  'destinations.allow': {
    text: 'Patterns of addresses that are allowed; where there are any, everything else is refused. A whole address, or one with `*` as wildcard that begins with `+`, `sip:` or `*`.',
    examples: [['+1415*', 'sip:*@example.com']],
  },
  'destinations.deny': { text: 'Patterns of addresses that are refused, before `allow` is asked.' },
  'destinations.directoryOnly': {
    text: 'Allow only people of the directory and favourites, where `allow` allows nothing.',
  },
  favourites: { text: 'People with one of the keys Alt+1 to Alt+9, and the tiles of a kiosk.' },
  'favourites[].name': { text: 'Name as people read it.' },
  'favourites[].address': {
    text: 'Number or SIP address. A number with its country code, or one of the file’s `region`.',
  },
  'favourites[].note': { text: 'A word about the person, such as the team.' },
  'favourites[].role': { text: 'Role of the person when added to the call.' },
  directory: { text: 'Where people are found by name.' },
  'directory.files': {
    text: 'Files with people (CSV, vCard or JSON). A relative path is taken from the folder of this file.',
  },
  historyDays: { text: 'Days for which the history of transfers is kept.' },
  launchAtLogin: { text: 'Start Baton in the tray when the person logs in.' },
  theme: { text: 'Colours of the windows.' },
  language: { text: 'Language of the windows.' },
  network: { text: 'The way to Plivo.' },
  'network.proxy': {
    text: '`system`, `none`, or the address of an http(s) proxy.',
    pattern: '^[hH][tT][tT][pP][sS]?:',
  },
  'network.caFile': {
    text: 'PEM file with more certificates to trust. A relative path is taken from the folder of this file.',
  },
  'network.connectTimeoutMs': { text: 'Milliseconds for the connection, before anything is sent.' },
  'network.totalTimeoutMs': { text: 'Milliseconds for the whole exchange.' },
};

/** @type {Readonly<Record<string, Description>>} */
export const settingDescriptions = settings;

/** @type {Readonly<Record<string, Description>>} */
export const fileDescriptions = {
  $schema: { text: 'Where an editor finds config.schema.json. Baton does not read it.' },
  version: { text: 'Version of this form of file.' },
  defaults: { text: 'Settings that hold until the person sets others.' },
  enforced: { text: 'Settings that the person cannot change: they show a lock.' },
  credentials: { text: 'The account at Plivo, and the way to its token.' },
  'credentials.authId': { text: 'Auth ID of the account; it is a default, not enforced.' },
  'credentials.authToken': {
    text: 'Auth token. Only in a file that the user who runs Baton owns, with mode 600: it is taken into the keychain and out of the file.',
  },
  'credentials.authTokenFile': {
    text: 'In place of `authToken`: a file with the token and nothing else, or `systemd:NAME` for a credential of the service. Read for each transfer, never changed.',
    examples: ['/home/kiosk/.config/baton-token', 'systemd:baton-token'],
  },
  kiosk: { text: 'The kiosk mode.' },
  'kiosk.enabled': {
    text: 'Start as a kiosk, as `--kiosk` does. A change takes effect at the next start.',
  },
  'kiosk.pinHash': {
    text: 'Hash of the PIN that opens settings and quits, as `baton --kiosk-pin` prints it. Without it, neither can be done from the kiosk.',
  },
  'kiosk.clearAfterSeconds': {
    text: 'Seconds without input after which the kiosk forgets what was typed, shown and copied: 60 without it.',
  },
  'kiosk.freeEntry': { text: 'Show a field in which a number can be typed.' },
};
