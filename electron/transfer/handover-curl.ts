import type { AttemptTrace } from '../contract/history';
import { repeatableHeaders } from './handover-request';

/** One word of a POSIX shell, whatever is in it; only a NUL has no form there. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** curl takes "Name:" for a header to leave out, and "Name;" for one without value. */
const header = (name: string, value: string) => (value === '' ? `${name};` : `${name}: ${value}`);

/**
 * The request of an attempt as a command for a POSIX shell, with the body the same to the byte.
 * Auth ID and token come from the environment of whoever runs it, and nothing is sent without them.
 * It follows no redirect, and neither brackets nor dots in the address mean anything to it.
 */
export function curlCommand({ request }: AttemptTrace): string {
  const options = [
    '--globoff --path-as-is',
    `--request ${quoted(request.method)}`,
    '--user "${PLIVO_AUTH_ID:?}:${PLIVO_AUTH_TOKEN:?}"',
    ...repeatableHeaders(request).map(([name, value]) => `--header ${quoted(header(name, value))}`),
    ...(request.body === null ? [] : [`--data-raw ${quoted(request.body)}`]),
    quoted(request.url),
  ];
  return [
    '# Running this asks for the transfer again. Set PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN first.',
    `curl ${options.join(' \\\n  ')}`,
  ].join('\n');
}
