import { builtinModules } from 'node:module';
import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { injectedStyleHashes } from './build/injected-styles.mjs';
import { renderIcons } from './build/render-icons.mjs';

const root = import.meta.dirname;
const at = (...parts: string[]) => resolve(root, ...parts);

/** Left out of the bundles: Node itself, Electron, and packages with native code. */
const external = [
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
  'electron',
  'keytar',
  'libsql',
  'x11',
  'google-libphonenumber',
  '@jellybrick/dbus-next',
];

/**
 * One `vite build` makes all three parts. Main and preload are CommonJS for Node 18 and
 * Chromium 114, the oldest runtime that Baton runs on; the sandbox takes no other preload.
 */
export default defineConfig({
  root: process.env['VITEST'] === undefined ? at('renderer') : root,
  base: './',
  define: {
    __INJECTED_STYLE_HASHES__: JSON.stringify(injectedStyleHashes(at('node_modules'))),
  },
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        await builder.build(environment);
      }
      renderIcons(at('build/icons'), at('dist/icons'));
    },
  },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome114',
        modulePreload: false,
        // Nothing is inlined as data: URL: the content security policy allows images only.
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: {
            popup: at('renderer/popup/index.html'),
            manager: at('renderer/manager/index.html'),
          },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external, conditions: ['node', 'module'] },
      build: {
        outDir: at('dist/main'),
        emptyOutDir: true,
        target: 'node18',
        rolldownOptions: {
          external,
          input: {
            main: at('electron/main.ts'),
            'practice-cli': at('electron/practice/cli.ts'),
            'directory-worker': at('electron/directory/worker.ts'),
            'work-thread': at('electron/shell/work-thread.ts'),
          },
          output: {
            format: 'cjs',
            // Half as much to read at every start. Names stay: the log shows them when something fails.
            minify: { compress: true, mangle: false, codegen: true },
            entryFileNames: '[name].cjs',
            chunkFileNames: '[name].cjs',
            // Node's other loader does not see the names that a CommonJS package exports.
            dynamicImportInCjs: false,
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        outDir: at('dist/preload'),
        emptyOutDir: true,
        target: 'node18',
        minify: false,
        rolldownOptions: {
          external,
          input: { preload: at('electron/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  test: {
    include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
    environment: 'node',
    // A guard against what hangs, not a measure: machines are shared.
    testTimeout: 30_000,
    setupFiles: [at('test/support/english-texts.ts')],
  },
});
