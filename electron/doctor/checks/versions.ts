import type { Finding } from '../../contract/doctor';
import { finding } from '../check-up';

export interface Versions {
  readonly baton: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Name and release of the operating system, and the processor's kind. */
  readonly system: string;
  /** The runtime for tests and trials, which is out of support. */
  readonly trial: boolean;
}

export function versionsFinding({ baton, trial, ...parts }: Versions): Finding {
  return finding(trial ? 'versions-trial' : 'versions-released', { version: baton, ...parts });
}
