/**
 * What a package is made for.
 * @typedef {object} PackagedFor
 * @property {NodeJS.Platform} platform
 * @property {string} arch as Node names it
 */

/** Everything else in an archive is a mistake: a source, a map, a test, a secret, a foreign file. */
const EXPECTED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^dist\/(?:main|preload)\/[\w.-]+\.cjs$/,
  /^dist\/renderer\/(?:popup|manager)\/index\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg|png)$/,
  /^dist\/icons\/[\w@.-]+\.png$/,
];

/** What is left out of the bundles, and what those need in turn. */
const MODULES = [
  '@jellybrick/dbus-next',
  '@libsql/[a-z0-9-]+',
  '@neon-rs/load',
  '@nodable/entities',
  'anynum',
  'detect-libc',
  'fast-xml-builder',
  'fast-xml-parser',
  'google-libphonenumber',
  'is-unsafe',
  'keytar',
  'libsql',
  'path-expression-matcher',
  'strnum',
  'x11',
  'xml-naming',
];
const MODULE_FILE = new RegExp(
  String.raw`^node_modules/(?:${MODULES.join('|')})/(?:(?:[\w-]+/)*[\w-][\w.-]*\.(?:js|cjs|json|node)|LICEN[CS]E(?:\.\w+)?)$`,
);
const TEST_FILE = /(?:^|\/)(?:tests?|__tests__|specs?|examples?)\/|\.(?:test|spec)\.[a-z]+$/;

/** libsql's name for a platform. @type {Readonly<Record<string, string>>} */
const LIBSQL = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
};

/**
 * The native code of a package: exactly this, for this platform.
 * @param {PackagedFor} target
 * @returns {string[]} paths inside the archive
 */
export function nativeFiles({ platform, arch }) {
  const libsql = LIBSQL[`${platform}-${arch}`];
  if (libsql === undefined) throw new Error(`libsql has no binary for ${platform} on ${arch}.`);
  return [
    `node_modules/@libsql/${libsql}/index.node`,
    `node_modules/keytar/prebuilds/${platform}-${arch}/keytar.node`,
  ];
}

/**
 * Compares what is in the archive with what belongs there.
 * @param {ReadonlyArray<{ path: string, unpacked: boolean }>} files
 * @param {PackagedFor} target
 * @returns {string[]} one sentence for each fault
 */
export function contentFaults(files, target) {
  const native = nativeFiles(target);
  const present = new Set(files.map(({ path }) => path));
  return [
    ...files
      .filter(({ path }) => !isExpected(path) || TEST_FILE.test(path))
      .map(({ path }) => `${path} does not belong into a package`),
    ...native.filter((path) => !present.has(path)).map((path) => `${path} is missing`),
    ...files
      .filter(({ path }) => path.endsWith('.node') && !native.includes(path))
      .map(({ path }) => `${path} is for another platform`),
    ...files
      .filter(({ path, unpacked }) => path.endsWith('.node') && !unpacked)
      .map(({ path }) => `${path} cannot be loaded from inside the archive`),
  ];
}

/** @param {string} path */
function isExpected(path) {
  return EXPECTED.some((pattern) => pattern.test(path)) || MODULE_FILE.test(path);
}
