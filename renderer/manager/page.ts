import type { ManagerState } from '../../electron/contract/manager';

/** What every page is given. */
export interface PageProps {
  readonly state: ManagerState;
}
