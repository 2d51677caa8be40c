/** A value of its own for each layer, of every setting down to the inner keys of objects. */
interface LayerValues {
  readonly enforced: unknown;
  readonly person: unknown;
  readonly defaults: unknown;
}

const line = (id: string) => ({
  id,
  name: id,
  phloId: 'phlo',
  nodeId: 'node',
  triggerSource: '+14155550100',
  role: 'agent',
  numberFormat: 'e164',
  apiBaseUrl: 'https://phlorunner.plivo.com',
});

const person = (name: string) => [{ name, address: '+14155550134' }];

/** Lines that the administrator's file names where the setting in question needs them. */
export const linesOfFile = [line('e'), line('d')];

export const precedenceSamples: Readonly<Record<string, LayerValues>> = {
  lines: { enforced: [line('e')], person: [line('p')], defaults: [line('d'), line('q')] },
  activeLine: { enforced: 'e', person: 'practice', defaults: 'd' },
  region: { enforced: 'GB', person: 'DE', defaults: 'IN' },
  shortcut: { enforced: 'Control+F1', person: 'Control+F2', defaults: 'Control+F3' },
  holdBackSeconds: { enforced: 0, person: 1, defaults: 3 },
  closeAfterMs: { enforced: null, person: 0, defaults: 1 },
  clipboardOffer: { enforced: false, person: true, defaults: false },
  authId: {
    enforced: 'MAFAKE0EXAMPLE0BATON',
    person: 'SAFAKE0EXAMPLE0BATON',
    defaults: 'MAFAKE0DEFAULT0BATON',
  },
  updates: { enforced: 'on', person: 'off', defaults: 'on' },
  'destinations.allow': { enforced: ['+1*'], person: ['+2*'], defaults: ['+3*'] },
  'destinations.deny': { enforced: ['+4*'], person: ['+5*'], defaults: [] },
  'destinations.directoryOnly': { enforced: true, person: false, defaults: true },
  favourites: { enforced: person('E'), person: person('P'), defaults: person('D') },
  'directory.files': { enforced: ['/e.csv'], person: ['/p.csv'], defaults: ['/d.csv'] },
  historyDays: { enforced: 1, person: 2, defaults: 3 },
  launchAtLogin: { enforced: true, person: false, defaults: true },
  theme: { enforced: 'dark', person: 'light', defaults: 'dark' },
  language: { enforced: 'de', person: 'fr', defaults: 'es' },
  'network.proxy': {
    enforced: 'http://e.example:3128',
    person: 'http://p.example:3128',
    defaults: 'none',
  },
  'network.caFile': { enforced: '/e.pem', person: '/p.pem', defaults: '/d.pem' },
  'network.connectTimeoutMs': { enforced: 101, person: 102, defaults: 103 },
  'network.totalTimeoutMs': { enforced: 201, person: 202, defaults: 203 },
};

/** `network.proxy` with a value as `{ network: { proxy: value } }`. */
export function layerWith(key: string, value: unknown): Record<string, unknown> {
  const [outer = '', inner] = key.split('.');
  return { [outer]: inner === undefined ? value : { [inner]: value } };
}
