/**
 * What of a path may leave this computer: the names that every such computer has, and Baton's own.
 * A folder or file that somebody named may be called after anybody (docs/behaviour.md, "Check-up").
 */

/** Names of folders and files that say nothing of anybody, in small letters. */
const known: ReadonlySet<string> = new Set([
  // Linux
  ...[
    'bin',
    'dev',
    'etc',
    'home',
    'lib',
    'lib64',
    'libexec',
    'media',
    'mnt',
    'opt',
    'proc',
    'root',
  ],
  ...['run', 'sbin', 'self', 'share', 'snap', 'srv', 'sys', 'tmp', 'user', 'usr', 'var'],
  ...['.config', '.cache', '.local', 'credentials', 'state', 'systemd'],
  // macOS and Windows
  ...[
    'application support',
    'applications',
    'contents',
    'library',
    'macos',
    'private',
    'resources',
  ],
  ...['system', 'users', 'volumes', 'appdata', 'local', 'locallow', 'roaming', 'temp', 'programs'],
  ...['program files', 'program files (x86)', 'programdata', 'system32', 'windows'],
  ...['%appdata%', '%localappdata%', '%programdata%', '%userprofile%', '$home', '~', '.', '..'],
  // Where certificates lie
  ...['anchors', 'ca-certificates', 'ca-trust', 'certs', 'extracted', 'pki', 'ssl', 'tls'],
  ...['ca-bundle.crt', 'ca-bundle.pem', 'ca-certificates.crt', 'cert.pem', 'tls-ca-bundle.pem'],
  // Baton's own
  ...['baton', 'baton.app', 'baton.log', 'config.json', 'directory.json', 'logs', 'settings.json'],
]);

/** Baton's files that have a date in their names, or are SQLite's beside its own. */
const dated =
  /^(?:journal\.sqlite(?:\.unreadable-[\dtz.-]+)?(?:-wal|-shm)?|settings\.set-aside-[\dtz-]+\.json)$/;

const endings =
  /\.(?:cer|conf|crt|csv|db|der|ini|json|jsonc|key|log|p12|pem|pfx|sqlite|sqlite-shm|sqlite-wal|txt|vcf)$/i;

const isKnown = (name: string): boolean => {
  const small = name.toLowerCase();
  return known.has(small) || dated.test(small);
};

/** Folders in which each person has one that bears their name. */
const isHomes = (name: string | undefined): boolean => /^(?:home|users)$/i.test(name ?? '');

/** A drive of Windows with its colon, or nothing. */
const drive = /^[A-Za-z]:(?=[\\/]|$)/;

function publicName(name: string, before: string | undefined, isLast: boolean): string {
  if (isHomes(before)) return '[user]';
  if (isKnown(name)) return name;
  return isLast ? `…${endings.exec(name)?.[0] ?? ''}` : '…';
}

/**
 * A path with nothing in it that somebody made up: every other name is an ellipsis, however many
 * follow one another; of a file the ending is left.
 */
export function publicPath(path: string): string {
  const [letter = ''] = drive.exec(path) ?? [];
  const rest = path.slice(letter.length);
  const mark = /[\\/]/.exec(rest)?.[0] ?? '/';
  const [lead = ''] = /^[\\/]*/.exec(rest) ?? [];
  const names = rest.split(/[\\/]+/).filter((name) => name !== '');
  const shown = names.map((name, at) => publicName(name, names[at - 1], at === names.length - 1));
  const once = shown.filter((name, at) => name !== '…' || shown[at + 1]?.startsWith('…') !== true);
  return `${letter}${lead.slice(0, 2)}${once.join(mark)}`;
}

/** What may be said of an address on the net: where it is, and neither who signs in nor what is there. */
function publicAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([^:]+:\/\/)([^\\/?#]*)(.*)$/.exec(address) ?? [];
  if (address.includes('@')) return `${scheme}…`;
  return `${scheme}${host}${rest.length > 1 ? '/…' : rest}`;
}

/**
 * Addresses on the net, and where a path begins. A slash within words, such as that of "and/or",
 * begins none, unless a home follows.
 */
const addressOrPath =
  /\b(?!file:)[a-z][a-z0-9+.-]+:\/\/\S*|[\\/](?:home|users)[\\/]|(?<![\w.~%$])(?:[a-z]:[\\/]|~[^\s\\/]*[\\/]|%\w+%[\\/]|\$\w+[\\/]|\.{0,2}[\\/])/gi;

/**
 * A text with no path in it that says more than `publicPath`. A name may hold blanks, quotes and
 * brackets: where a path ends nobody can tell, so all that follows counts as part of it.
 */
export function withPublicPaths(text: string): string {
  let clean = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(addressOrPath)) {
    clean += text.slice(from, index);
    from = index;
    if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(found)) return `${clean}${publicPath(text.slice(from))}`;
    clean += publicAddress(found);
    from += found.length;
  }
  return `${clean}${text.slice(from)}`;
}
