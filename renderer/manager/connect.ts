import type { ManagerRoute } from '../../electron/contract/manager';
import { bridge } from '../ui/bridge';
import { showRoute, takeState, useManager } from './store';

/** Asks main for everything this window shows. */
export async function load(): Promise<void> {
  const reply = await bridge.call('manager:load', null);
  if (!reply.ok) {
    useManager.setState({ loadFailed: true });
    return;
  }
  takeState(reply.value.state);
  useManager.setState({ route: reply.value.route });
}

/**
 * Goes to a route that has the window to itself, or back from one: main gives the window its size
 * and says the route. Where main does not, the route is shown all the same.
 */
export async function openRoute(route: ManagerRoute): Promise<void> {
  const reply = await bridge.call('manager:open', { route });
  if (!reply.ok) showRoute(route);
}

/** Follows main's pushes, then loads: what comes in between is not missed. */
export function connect(): void {
  bridge.on('manager:state', takeState);
  bridge.on('manager:route', ({ route }) => showRoute(route));
  void load();
}
