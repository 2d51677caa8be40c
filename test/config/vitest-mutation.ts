import { resolve } from 'node:path';

import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutation run asks. The property test is left out: it makes thousands of answers
 * for each mutant, and the sentences beside it are what has to find them.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/unit/{plivo,transfer}/*.test.ts', 'test/unit/directory/emergency*.test.ts'],
    exclude: ['test/unit/plivo/outcome-property.test.ts'],
    environment: 'node',
  },
});
