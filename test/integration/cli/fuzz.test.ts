import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { argumentErrorText, parseArguments } from '../../../electron/cli/arguments';
import { readLink, type TransferLink } from '../../../electron/cli/link';
import { maxFieldLength } from '../../../electron/contract/popup';
import { lineSchema } from '../../../electron/contract/settings';
import { openForHandedOver } from '../../../electron/shell/opening';
import {
  arbitraryArguments,
  arbitraryLink,
  arbitraryMessage,
} from '../../support/arbitrary-starts';

const runs = { numRuns: 10_000 };
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const isOneLine = (text: string) => !/[\r\n]/.test(text);

/** What a link may come to: nothing that is unseen, too long or no id. */
function isBounded({ to, line }: TransferLink): boolean {
  const isText = to === null || (to.length <= maxFieldLength && !unseen.test(to));
  const isId = line === null || line === 'practice' || lineSchema.shape.id.safeParse(line).success;
  return isText && isId;
}

describe('10,000 of each', () => {
  it('links are read or refused, and what they come to is bounded', () => {
    let good = 0;
    fc.assert(
      fc.property(arbitraryLink, (link) => {
        const read = readLink(link);
        if (!read.ok) return true;
        good += 1;
        return isBounded(read.value);
      }),
      runs,
    );
    // Refusing everything would be no reading.
    expect(good).toBeGreaterThan(100);
  });

  it('command lines are understood or answered in one line', () => {
    let good = 0;
    fc.assert(
      fc.property(arbitraryArguments, (argv) => {
        const parsed = parseArguments(argv, '/home/agent');
        if (!parsed.ok) return isOneLine(argumentErrorText(parsed.error));
        good += 1;
        const { to, line, link } = parsed.value;
        const isShort = (to ?? '').length <= maxFieldLength && (line ?? '').length <= 64;
        return isShort && (link?.ok === true ? isBounded(link.value) : true);
      }),
      runs,
    );
    expect(good).toBeGreaterThan(100);
  });

  it('messages of second starts open the popup at most once, on a line that is there, and do no more', () => {
    let opened = 0;
    const lines = new Set(['support', 'practice']);
    fc.assert(
      fc.property(arbitraryMessage, (message) => {
        const prefills: (string | null)[] = [];
        const chosen: string[] = [];
        const said: string[] = [];
        openForHandedOver(message, {
          lines: {
            fixedId: null,
            find: (id) => (lines.has(id) ? id : null),
            choose: (id) => chosen.push(id),
            chooseWhenFree: (id) => chosen.push(id),
          },
          popup: { open: (prefill) => prefills.push(prefill) },
          kiosk: null,
          changed: () => undefined,
          complain: (text) => said.push(text),
        });
        opened += prefills.length;
        return (
          prefills.length <= 1 &&
          prefills.every((text) => (text ?? '').length <= maxFieldLength) &&
          chosen.length <= 1 &&
          chosen.every((id) => lines.has(id)) &&
          said.every(isOneLine)
        );
      }),
      runs,
    );
    expect(opened).toBeGreaterThan(100);
  });
});
