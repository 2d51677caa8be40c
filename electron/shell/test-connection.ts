import type { SettingsService } from '../config/settings-service';
import type { ConnectionTest } from '../contract/manager';
import type { Connection } from '../plivo/connection';
import { connectionTestOf } from '../plivo/connection-test';
import { nodeRequest } from '../plivo/request';
import type { LinesInUse } from './lines-in-use';
import type { Signal } from './signal';

interface ConnectionTestParts {
  readonly settings: SettingsService;
  readonly lines: LinesInUse;
  readonly connection: Connection;
  readonly changes: Signal;
  readonly version: string;
}

/** "Test connection": the GET of a line's node, which dials nobody. */
export async function testConnection(
  { lines, connection, settings, changes, version }: ConnectionTestParts,
  lineId: string,
): Promise<ConnectionTest> {
  const line = lines.find(lineId);
  if (line === null) {
    return {
      kind: 'unreachable',
      reason: { code: 'connection-refused' },
      lineName: lineId,
      at: Date.now(),
    };
  }
  const credentials = await lines.credentialsFor(line);
  if (!credentials.ok) {
    changes.emit();
    return { kind: 'no-credentials', error: credentials.error };
  }
  const request = nodeRequest(line.request, credentials.value, version);
  const evidence = await connection.send(request, settings.current().settings.network);
  const at = Date.now();
  const result = connectionTestOf(evidence, at);
  if (result.kind === 'works') lines.noteAnswer(lineId, 'accepted');
  else lines.noteAnswer(lineId, result.reason.code);
  changes.emit();
  return { ...result, lineName: line.name, at };
}
