import { createHash } from 'node:crypto';

import type { DirectorySource } from '../contract/directory';

/** Id of a source: the same for the same file at every start. */
export const sourceId = (kind: DirectorySource['kind'], path: string): string =>
  `${kind}-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
