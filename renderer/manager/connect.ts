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
  showRoute(reply.value.route);
}

/** Follows main's pushes, then loads: what comes in between is not missed. */
export function connect(): void {
  bridge.on('manager:state', takeState);
  bridge.on('manager:route', ({ route }) => showRoute(route));
  void load();
}
