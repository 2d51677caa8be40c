import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { z } from 'zod';

/** Values that are obviously no real account. */
export const fake = {
  authId: 'MAFAKE0EXAMPLE0BATON',
  authToken: 'fake-token-for-tests-0123456789-abcdefgh',
  phloId: 'e564a84a-7910-4447-b16f-65c541dd552c',
  nodeId: 'abc/123 ü',
  triggerSource: '+14155550100',
};

/** A managed file with one line that points at a server of the test, and credentials. */
export function configFor(
  apiBaseUrl: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const { authId, authToken, phloId, nodeId, triggerSource } = fake;
  return {
    version: 1,
    defaults: {
      lines: [{ id: 'support', name: 'Support line', phloId, nodeId, triggerSource, apiBaseUrl }],
      activeLine: 'support',
      // Tests of the hold-back set their own.
      holdBackSeconds: 0,
      clipboardOffer: false,
      network: { proxy: 'none', connectTimeoutMs: 2000, totalTimeoutMs: 4000 },
      ...more,
    },
    credentials: { authId, authToken },
  };
}

/** Baton's own version, as the User-Agent says it. */
export const version = z
  .object({ version: z.string() })
  .parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')),
  ).version;
