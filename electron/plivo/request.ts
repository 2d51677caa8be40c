import type { Line } from '../contract/settings';
import type { Role } from '../contract/transfer';

/** What of a line the API needs to know; the practice line has it too. */
export type RequestLine = Pick<
  Line,
  'apiBaseUrl' | 'phloId' | 'nodeId' | 'triggerSource' | 'numberFormat'
>;

export interface PlivoCredentials {
  readonly authId: string;
  readonly authToken: string;
}

/** A request as it will stand on the wire. It carries the token: keep it no longer than needed. */
export interface PlivoRequest {
  readonly method: 'GET' | 'POST';
  /** Scheme, host and port: what a connection is opened to. */
  readonly origin: string;
  /** Encoded path; used as it is, because parsing it again would fold `..` segments. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: a request without body. */
  readonly body: string | null;
}

const separators = /[\s().-]/g;
const dialableNumber = /^\+?[0-9]+$/;
/** Seven to fifteen digits with a country code: what a plus may be put in front of. */
const internationalDigits = /^[1-9][0-9]{6,14}$/;

/**
 * An address as the line wants it sent. Plivo shows numbers with and without the plus, and
 * `trigger_source` probably has to equal the string that the live call holds, so the line decides.
 * SIP addresses and whatever else is no number stay as they are.
 */
function onTheWire(address: string, format: RequestLine['numberFormat']): string {
  const compact = address.replace(separators, '');
  if (!dialableNumber.test(compact)) return address;
  if (format === 'digits') return compact.replace('+', '');
  return internationalDigits.test(compact) ? `+${compact}` : compact;
}

/** An id as one path segment; a node id need not be a UUID. Broken UTF-16 becomes U+FFFD. */
const segment = (id: string) => encodeURIComponent(Buffer.from(id, 'utf8').toString('utf8'));

function nodeAddress(line: RequestLine): Pick<PlivoRequest, 'origin' | 'path'> {
  const base = new URL(line.apiBaseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  return {
    origin: base.origin,
    path: `${prefix}/v1/phlo/${segment(line.phloId)}/multi_party_call/${segment(line.nodeId)}`,
  };
}

function commonHeaders(credentials: PlivoCredentials, version: string): Record<string, string> {
  const basic = Buffer.from(`${credentials.authId}:${credentials.authToken}`).toString('base64');
  return {
    Authorization: `Basic ${basic}`,
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
    'User-Agent': `Baton/${version}`,
  };
}

/**
 * The cold transfer: one POST to the node with the four fields of the API, in its order
 * (docs/behaviour.md, "The request").
 * @param version Baton's own version, for User-Agent.
 */
export function transferRequest(
  line: RequestLine,
  credentials: PlivoCredentials,
  destination: { readonly to: string; readonly role: Role },
  version: string,
): PlivoRequest {
  const body = JSON.stringify({
    action: 'cold_transfer',
    to: onTheWire(destination.to, line.numberFormat),
    role: destination.role,
    trigger_source: onTheWire(line.triggerSource, line.numberFormat),
  });
  return {
    method: 'POST',
    ...nodeAddress(line),
    headers: {
      ...commonHeaders(credentials, version),
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
    },
    body,
  };
}

/** "Test connection": reads the node, which dials nobody and proves credentials, PHLO and node. */
export function nodeRequest(
  line: RequestLine,
  credentials: PlivoCredentials,
  version: string,
): PlivoRequest {
  return {
    method: 'GET',
    ...nodeAddress(line),
    headers: commonHeaders(credentials, version),
    body: null,
  };
}
