// Which way imports go. The cruiser reads no TypeScript 7 without @swc/core beside it: it then finds no
// module and stays green, so test/integration/build/import-directions.test.ts counts what it found. It
// takes an import of types for any other; test/config/oxlint.json tells those apart for the popup.

/** @param {string[]} names of packages */
const outside = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-imports-zod-alone',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { pathNot: ['^electron/contract/', outside('zod')] },
    },
    {
      name: 'electron-in-the-shell-only',
      severity: 'error',
      comment: 'The rest takes what it needs as arguments, so that its tests run in plain Node.',
      from: { pathNot: '^electron/(shell/|ipc/|main\\.ts$|preload\\.ts$)' },
      to: { path: [outside('electron'), '^electron$'] },
    },
    {
      name: 'services-know-no-shell',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(shell/|ipc/|main\\.ts$)' },
      to: { path: '^electron/(shell|ipc)/' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      severity: 'error',
      from: {},
      to: { path: '^electron/(main|preload)\\.ts$' },
    },
    {
      name: 'keytar-in-one-file',
      severity: 'error',
      from: { pathNot: '^electron/credentials/keychain\\.ts$' },
      to: { path: [outside('keytar', '@github/keytar'), '^keytar$'] },
    },
    {
      name: 'transfer-knows-no-http',
      severity: 'error',
      from: { path: '^electron/transfer/' },
      to: { path: ['^https?2?$', '^electron/plivo/'] },
    },
    {
      name: 'preload-has-no-logic',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: {
        path: ['(^|/)node_modules/', '^electron/'],
        pathNot: ['^electron/contract/', outside('electron')],
      },
    },
    {
      name: 'renderer-sees-the-contract-alone',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^electron/contract/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'popup-stays-small',
      severity: 'error',
      comment: 'Addresses are parsed and judged in main; schemas check what arrives there.',
      from: { path: '^renderer/(popup|ui)/' },
      to: {
        path: outside('zod', 'libphonenumber-js'),
      },
    },
    {
      name: 'windows-know-not-each-other',
      severity: 'error',
      from: { path: '^renderer/(popup|manager)/' },
      to: { path: '^renderer/(popup|manager)/', pathNot: '^renderer/$1/' },
    },
    {
      name: 'widgets-know-no-window',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(popup|manager)/' },
    },
    {
      name: 'no-test-code',
      severity: 'error',
      from: {},
      to: { path: '^(test|build)/', pathNot: '^build/icons/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.svg'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
