import fc from 'fast-check';

import { optionNames } from '../../electron/cli/options';

/** Any text at all, lone surrogates and control characters included. */
const text = fc.string({ unit: 'binary', maxLength: 40 });

const values = fc.oneof(
  text,
  fc.constantFrom('', '+14155550134', 'sip:dispatch@example.com', 'support', 'practice', '../..'),
  fc.constantFrom('x'.repeat(64), 'x'.repeat(65), '2'.repeat(1001), '\0', '-', '--', '=', '%00'),
);

/** Options that name a file to write are what the person asks for; they never reach another start. */
const own = optionNames.filter((name) => name !== 'export-history');

const options = fc.oneof(
  fc.constantFrom(...own).map((name) => `--${name}`),
  fc.tuple(fc.constantFrom(...own), values).map(([name, value]) => `--${name}=${value}`),
  fc.tuple(fc.constantFrom('-', '--', '---', '/'), text).map((parts) => parts.join('')),
);

const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: other });

const keys = mostly(
  fc.constantFrom('to', 'line'),
  fc.oneof(fc.constantFrom('TO', 'send', '__proto__', ''), text),
);
const encoded = mostly(
  values.map(encodedOrNot),
  fc.oneof(values, fc.constantFrom('%', '%zz', '%FF%FE')),
);

/** Lone surrogates have no bytes that could be written in percents. */
function encodedOrNot(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Links that are nearly right, and some that are. */
export const arbitraryLink: fc.Arbitrary<string> = fc
  .record({
    scheme: mostly(
      fc.constantFrom('baton:', 'baton://', 'BATON:'),
      fc.constantFrom('baton:///', 'baton:\\\\', 'baton:user@', 'baton:../'),
    ),
    action: mostly(fc.constantFrom('transfer', 'transfer/', 'TRANSFER'), text),
    pairs: fc.array(fc.tuple(keys, encoded), { maxLength: 4 }),
    rest: mostly(fc.constant(''), fc.oneof(fc.constantFrom('#x', '&', '?'), text)),
  })
  .map(({ scheme, action, pairs, rest }) => {
    const query = pairs.map(([key, value]) => `${key}=${value}`).join('&');
    return `${scheme}${action}?${query}${rest}`;
  });

/** Command lines of Baton's own options, of others', of links and of anything else. */
export const arbitraryArguments: fc.Arbitrary<string[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: options }, values, arbitraryLink),
  { maxLength: 8 },
);

/** What a second start, or another program of the same user, hands over. */
export const arbitraryMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ argv: arbitraryArguments, folder: text }) },
  fc.record({ argv: arbitraryArguments, folder: fc.constant('/') }, { requiredKeys: [] }),
  fc.record({ argv: fc.anything(), folder: fc.anything() }),
  fc.anything(),
);
