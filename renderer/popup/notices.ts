import type { ManagerRoute } from '../../electron/contract/manager';
import { unreachable } from '../../electron/contract/result';
import type { Attempts } from './attempts';
import type { Lines } from './lines';
import type { PopupContext } from './popup-view';
import type { FailureAction } from './start-failure';

/** What the buttons do that stand below the reason why a transfer was not started. */
export function createNotices(
  context: PopupContext,
  parts: {
    readonly attempts: Attempts;
    readonly lines: Lines;
    readonly openManager: (route: ManagerRoute) => void;
  },
): (action: FailureAction) => void {
  const { attempts, lines, openManager } = parts;

  async function tryAgain(address: string): Promise<void> {
    await context.bridge.call('credentials:refresh', null);
    const { failure } = context.view();
    // The person may have gone on meanwhile.
    if (failure !== null && failure.destination.address === address) {
      attempts.start(failure.destination, failure.role);
    }
  }

  return (action) => {
    const { failure } = context.view();
    switch (action) {
      case 'back':
      case 'dont':
        context.change({ failure: null });
        return;
      case 'retry':
        if (failure !== null) void tryAgain(failure.destination.address);
        return;
      case 'transfer-again':
        if (failure !== null) attempts.again(failure);
        return;
      case 'open-account':
      case 'session-only':
        openManager('account');
        return;
      case 'open-lines':
        openManager('lines');
        return;
      case 'use-practice':
        context.change({ failure: null });
        lines.usePractice();
        return;
      default:
        unreachable(action);
    }
  };
}
