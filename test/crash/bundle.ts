import { basename, join } from 'node:path';

import { build } from 'vite';

/**
 * Bundles a program of the tests as main is bundled: CommonJS, native modules left outside. It is
 * run with NODE_PATH naming the project's node_modules. Gives the file.
 */
export async function bundle(source: string, folder: string): Promise<string> {
  const name = `${basename(source, '.ts')}.cjs`;
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: name } },
    },
  });
  return join(folder, name);
}
