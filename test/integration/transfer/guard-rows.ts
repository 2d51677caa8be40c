import type { SettingsLayer } from '../../../electron/contract/settings';
import { maria } from '../../unit/transfer/examples';
import { support, unclear, type GuardedMain } from './guarded-main';

/** What a window asks for, what it is told, and where a POST may go. */
export interface GuardRow {
  readonly name: string;
  readonly layer?: SettingsLayer;
  /** Gives what was answered, in order. */
  readonly ask: (main: GuardedMain) => Promise<readonly string[]>;
  readonly told: readonly string[];
  readonly posts: readonly string[];
}

const number = maria.address;
const other = '+14155550161';

/** An address that is asked for once. */
const once = (name: string, address: string, told: string, layer?: SettingsLayer): GuardRow => ({
  name,
  ...(layer !== undefined && { layer }),
  ask: async (main) => [await main.transfer(address)],
  told: [told],
  posts: [],
});
const refused = (name: string, address: string) => once(name, address, 'address-not-callable');
const sent = (name: string, address: string, to: string, layer?: SettingsLayer): GuardRow => ({
  ...once(name, address, 'started', layer),
  posts: [to],
});
const inRegion = (region: string): SettingsLayer => ({ region });
const rules = (destinations: NonNullable<SettingsLayer['destinations']>): SettingsLayer => ({
  destinations,
});
const all = async (times: number, ask: () => Promise<string>) =>
  await Promise.all(Array.from({ length: times }, ask));
const repeated = <T>(times: number, value: T) => Array.from({ length: times }, () => value);

const oneAtATime: readonly GuardRow[] = [
  sent('an ordinary number', number, number),
  {
    name: 'fifty at once',
    ask: (main) => all(50, () => main.ask(number)),
    told: ['started', ...repeated(49, 'busy')],
    posts: [number],
  },
  {
    name: 'fifty at once, in the hold-back',
    layer: { holdBackSeconds: 2 },
    ask: (main) => all(50, () => main.ask(number)),
    told: ['started', ...repeated(49, 'busy')],
    posts: [],
  },
  {
    name: 'another address while the answer is awaited',
    ask: async (main) => {
      main.reply = null;
      return [await main.transfer(number), await main.ask(other), await main.ask(number)];
    },
    told: ['started', 'busy', 'busy'],
    posts: [number],
  },
  {
    name: 'another address before the agent has answered',
    ask: async (main) => {
      main.reply = unclear;
      return [await main.transfer(number), await main.ask(other)];
    },
    told: ['started', 'busy'],
    posts: [number],
  },
  {
    name: 'another address, the history cleared before the agent has answered',
    ask: async (main) => {
      main.reply = unclear;
      const first = await main.transfer(number);
      main.clearHistory();
      const before = await main.ask(other);
      return [first, before, String(main.answer()), await main.transfer(other)];
    },
    told: ['started', 'busy', 'true', 'started'],
    posts: [number, other],
  },
  {
    name: 'a SIP address longer than anything keeps',
    ask: async (main) => [await main.ask(`sip:${'a'.repeat(64)}@${'b'.repeat(200)}`)],
    told: ['address-not-callable'],
    posts: [],
  },
  {
    name: 'a line that is not the one in use',
    ask: async (main) => [await main.ask(number, { lineId: 'sales' })],
    told: ['line-changed'],
    posts: [],
  },
];

const after = (name: string, ms: number, told: string, again?: boolean): GuardRow => ({
  name,
  ask: async (main) => {
    const first = await main.transfer(number);
    main.pass(ms);
    return [first, await main.ask(number, again === undefined ? {} : { again })];
  },
  told: ['started', told],
  posts: told === 'started' ? [number, number] : [number],
});

const repeats: readonly GuardRow[] = [
  after('again at once', 0, 'repeat'),
  after('again after 9.999 s', 9_999, 'repeat'),
  after('again after 10 s', 10_000, 'started'),
  after('again at once, and the agent wants it', 0, 'started', true),
  after('again, the clock set back by a second', -1_000, 'repeat'),
  after('again, the clock set back by an hour', -3_600_000, 'started'),
  {
    name: 'again, after another address in between',
    ask: async (main) => [
      await main.transfer(number),
      await main.transfer(other),
      await main.ask(number),
    ],
    told: ['started', 'started', 'repeat'],
    posts: [number, other],
  },
  {
    name: 'the same number in other writing',
    ask: async (main) => [await main.transfer(number), await main.ask('(415) 555-0134')],
    told: ['started', 'repeat'],
    posts: [number],
  },
];

const never: readonly GuardRow[] = [
  once('own number', '+14155550100', 'own-address'),
  once('own number in national writing', '(415) 555-0100', 'own-address'),
  once('own SIP address', 'sip:agent@PHONE.plivo.com', 'own-address', {
    lines: [{ ...support, triggerSource: 'sip:agent@phone.plivo.com' }],
  }),
  once('911', '911', 'emergency'),
  once('911 behind a 9', '9911', 'emergency'),
  once('911 behind a 0', '0 911', 'emergency'),
  once('911 behind the country code', '+1 911', 'emergency'),
  once('999 of another country', '+44 999', 'emergency'),
  once('999 of another country, dialled out', '9 011 44 999', 'emergency'),
  once('911 in full-width digits', '９１１', 'emergency'),
  once('911 in Arabic-Indic digits', '٩١١', 'emergency'),
  once('911 with keypad signs', '9-1-1#', 'emergency'),
  once('911 as a link', 'tel:911', 'emergency'),
  once('911, which is allowed', '911', 'emergency', rules({ allow: ['*'] })),
  once('112 in Germany', '112', 'emergency', inRegion('DE')),
  once('999 in Great Britain', '999', 'emergency', inRegion('GB')),
  once('000 in Australia', '000', 'emergency', inRegion('AU')),
  once('119 in Japan', '119', 'emergency', inRegion('JP')),
  once('911 on the practice line', '911', 'emergency', { lines: [] }),
];

const ruled: readonly GuardRow[] = [
  once('denied', '+19005550123', 'denied', rules({ deny: ['+1900*'] })),
  once('denied and allowed', number, 'denied', rules({ deny: ['*0134'], allow: ['+1415*'] })),
  sent('allowed', number, number, rules({ allow: ['+1415*'] })),
  once('not among the allowed', '+33123456789', 'not-allowed', rules({ allow: ['+1415*'] })),
  sent('directory only: a favourite', number, number, rules({ directoryOnly: true })),
  once('directory only: a stranger', other, 'not-in-directory', rules({ directoryOnly: true })),
  sent('denied, on the practice line', number, number, {
    ...rules({ deny: ['*'] }),
    lines: [],
  }),
];

const malformed: readonly GuardRow[] = [
  refused('nothing', ''),
  refused('a name', 'Maria'),
  refused('two numbers', `${number}<${other}`),
  refused('a line end and a header', `${number}\r\nX-Header: 1`),
  refused('a line end alone', `${number}\n`),
  refused('a NUL', `${number}\0`),
  refused('a tab', '+1415\t5550134'),
  refused('a Unicode line end', `${number}\u2028`),
  refused('a SIP address with a line end', 'sip:alice@phone.plivo.com\r\nX: 1'),
  refused('a SIP address with a bracket', 'sip:alice@phone.plivo.com>'),
  refused('a number of 40 digits', `+1${'4'.repeat(39)}`),
  refused('a SIP address of 1000 characters', `sip:alice@${'a'.repeat(1_000)}.com`),
  refused('letters for digits', '1-800-FLOWERS'),
  refused('an extension', `${number} ext. 12`),
  refused('a Cyrillic letter that looks like a 3', '+141555501З4'),
  refused('the letter O for zero', '+1415555O134'),
  refused('Roman numerals', '+1415555013Ⅳ'),
  sent('full-width digits', '＋１４１５５５５０１３４', number),
  sent('Arabic-Indic digits', '+١٤١٥٥٥٥٠١٣٤', number),
  sent('mathematical digits', '+𝟏𝟒𝟏𝟓𝟓𝟓𝟓𝟎𝟏𝟑𝟒', number),
  sent('superscript digits', '+¹⁴¹⁵⁵⁵⁵⁰¹³⁴', number),
  sent('a text direction mark', `\u202a${number}\u202c`, number),
  sent('a space without width', '+1415\u200b5550134', number),
];

export const guardGroups: readonly (readonly [string, readonly GuardRow[]])[] = [
  ['one at a time', oneAtATime],
  ['a repeat', repeats],
  ['what is never called', never],
  ["the administrator's rules", ruled],
  ['what is no address', malformed],
];
