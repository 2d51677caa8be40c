import type { ConnectionTest } from '../../../electron/contract/manager';
import { bridge } from '../../ui/bridge';
import { useManager } from '../store';

let runs = 0;

/**
 * Asks Plivo about a line, by the GET that dials nobody, and reports the result (null: main refused
 * the call). When something that it depends on has changed meanwhile, the result is dropped.
 */
export async function runConnectionTest(
  lineId: string,
  report: (result: ConnectionTest | null) => void,
): Promise<void> {
  const run = (runs += 1);
  useManager.setState({ test: { kind: 'running', run } });
  const reply = await bridge.call('connection:test', { lineId });
  const { test } = useManager.getState();
  if (test.kind !== 'running' || test.run !== run) return;
  const result = reply.ok ? reply.value : null;
  useManager.setState({ test: { kind: 'done', result } });
  report(result);
}
