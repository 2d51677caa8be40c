import { fake } from './line';

interface RealLineOptions {
  /** Settings that the administrator sets for good, such as the theme. */
  readonly enforced?: Readonly<Record<string, unknown>>;
  /** Settings that hold where nobody has set others. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Without it nobody can sign in. */
  readonly credentials?: boolean;
}

const { authId, authToken, phloId, nodeId, triggerSource } = fake;

/** A line of a managed file that points at a server of the test. */
export function lineAt(apiBaseUrl: string, id: string, name: string): Record<string, unknown> {
  return { id, name, phloId, nodeId, triggerSource, apiBaseUrl };
}

/**
 * A managed file with the line "Support line" at a server of the test. Enter sends at once, and
 * an accepted transfer stays on screen, so that it can be looked at.
 */
export function realLine(apiBaseUrl: string, options: RealLineOptions = {}): unknown {
  const { enforced = {}, defaults = {}, credentials = true } = options;
  return {
    version: 1,
    defaults: {
      lines: [lineAt(apiBaseUrl, 'support', 'Support line')],
      activeLine: 'support',
      network: { proxy: 'none', connectTimeoutMs: 2000, totalTimeoutMs: 8000 },
      holdBackSeconds: 0,
      closeAfterMs: null,
      // What another test has copied is none of this one's business.
      clipboardOffer: false,
      favourites: [
        { name: 'Maria Alvarez', address: '+14155550134', note: 'Billing' },
        { name: 'Marcus Chen', address: '+14155550161', note: 'Tech support' },
        { name: 'Priya Raman', address: '+16285550119', note: 'Sales', role: 'customer' },
        { name: 'Night dispatch', address: 'sip:dispatch@example.com', note: 'Team' },
      ],
      ...defaults,
    },
    enforced,
    ...(credentials ? { credentials: { authId, authToken } } : {}),
  };
}
