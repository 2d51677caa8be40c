import {
  createConnection,
  type Connection,
  type ConnectionPorts,
} from '../../../electron/plivo/connection';
import { nodeRequest, transferRequest, type RequestLine } from '../../../electron/plivo/request';

const credentials = { authId: 'MAFAKE0EXAMPLE0BATON', authToken: 'fake-token-for-tests-1' };

export const limits = { connectTimeoutMs: 3_000, totalTimeoutMs: 8_000 };

export const lineAt = (apiBaseUrl: string): RequestLine => ({
  apiBaseUrl,
  phloId: 'phlo',
  nodeId: 'node',
  triggerSource: '+14152223333',
  numberFormat: 'e164',
});

export const transferTo = (apiBaseUrl: string) =>
  transferRequest(lineAt(apiBaseUrl), credentials, { to: '+14152225555', role: 'agent' }, '0.1.0');

export const readNodeAt = (apiBaseUrl: string) =>
  nodeRequest(lineAt(apiBaseUrl), credentials, '0.1.0');

export const connectionWith = (ports: Partial<ConnectionPorts> = {}): Connection =>
  createConnection({
    caFile: () => null,
    resolveProxy: () => Promise.resolve(null),
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    ...ports,
  });
