import type { SettingsService } from '../config/settings-service';
import type { NetworkPorts } from '../doctor/checks/network';
import type { Connection } from '../plivo/connection';
import { createTrust } from '../plivo/trust';
import type { LinesInUse } from './lines-in-use';
import { readNode } from './test-connection';

interface NetworkParts {
  readonly settings: Pick<SettingsService, 'current'>;
  readonly lines: LinesInUse;
  readonly connection: Connection;
  readonly version: string;
  readonly resolveProxy: NetworkPorts['resolveProxy'];
}

/** The way to Plivo of the line in use, for a check-up. */
export function networkOf(parts: NetworkParts): NetworkPorts {
  const { settings, lines, resolveProxy } = parts;
  const line = lines.active();
  return {
    apiBaseUrl: line === null || line.practice ? null : line.request.apiBaseUrl,
    network: settings.current().settings.network,
    resolveProxy,
    trust: createTrust(),
    readNode: () => readNode(parts, lines.activeId),
    now: Date.now,
  };
}
