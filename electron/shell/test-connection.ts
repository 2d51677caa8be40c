import type { SettingsService } from '../config/settings-service';
import type { ConnectionTest } from '../contract/manager';
import type { Connection } from '../plivo/connection';
import { connectionTestOf } from '../plivo/connection-test';
import { nodeRequest } from '../plivo/request';
import type { LinesInUse } from './lines-in-use';
import type { Signal } from './signal';

interface NodeParts {
  readonly settings: Pick<SettingsService, 'current'>;
  readonly lines: LinesInUse;
  readonly connection: Connection;
  readonly version: string;
}

interface ConnectionTestParts extends NodeParts {
  readonly changes: Signal;
}

/** What the GET of a line's node came to. */
export interface NodeReading {
  readonly test: ConnectionTest;
  /** The server's clock, as its Date header says it; null where no answer brought one. */
  readonly date: string | null;
}

/** "Test connection": the GET of a line's node, which dials nobody. */
export async function testConnection(
  parts: ConnectionTestParts,
  lineId: string,
): Promise<ConnectionTest> {
  const { test } = await readNode(parts, lineId);
  parts.changes.emit();
  return test;
}

/** Makes that GET once, and remembers what it says of the sign-in. */
export async function readNode(
  { lines, connection, settings, version }: NodeParts,
  lineId: string,
): Promise<NodeReading> {
  const line = lines.find(lineId);
  if (line === null) {
    const reason = { code: 'connection-refused' } as const;
    const test = { kind: 'unreachable', reason, lineName: lineId, at: Date.now() } as const;
    return { test, date: null };
  }
  const credentials = await lines.credentialsFor(line);
  if (!credentials.ok) {
    return { test: { kind: 'no-credentials', error: credentials.error }, date: null };
  }
  const request = nodeRequest(line.request, credentials.value, version);
  const evidence = await connection.send(request, settings.current().settings.network);
  const at = Date.now();
  const result = connectionTestOf(evidence, at);
  if (result.kind === 'works') lines.noteAnswer(lineId, 'accepted');
  else lines.noteAnswer(lineId, result.reason.code);
  return { test: { ...result, lineName: line.name, at }, date: evidence.answer?.date ?? null };
}
