import type { DirectoryEntry } from '../../electron/contract/directory';

export interface LabelledQuery {
  readonly text: string;
  /** Address of whoever is meant. */
  readonly means: string;
  readonly kind: string;
}

/** Written by hand, of the awkward people: [what is typed, the last digits of whom it means]. */
const handWritten: readonly (readonly [string, string])[] = [
  ['siobhan', '101'],
  ['oflaherty', '101'],
  ["o'flaherty siobhan", '101'],
  ['siobahn oflaherty', '101'],
  ['shaughnessy', '102'],
  ["o'shaugnessy", '102'],
  ['night manager', '102'],
  ['nigth manager', '102'],
  ['soren kjaer', '103'],
  ['kjaergard', '103'],
  ['brzeczyszcz', '104'],
  ['brzeczysczykiewicz', '104'],
  ['zbigniev brz', '104'],
  ['djordje', '105'],
  ['dorde dukanovic', '105'],
  ['thorunn aegisdottir', '106'],
  ['egisdottir', '106'],
  ['strauss', '107'],
  ['straus franz', '107'],
  ['Strauß', '107'],
  ['ibrahim isikli', '108'],
  ['IŞIKLI', '108'],
  ['lopez alvarez', '109'],
  ['billing escalations', '109'],
  ['marai alvarez lopez', '109'],
  ['de la fontaine', '110'],
  ['jean pierre fontaine', '110'],
  ['jeanpierre fontaine', '110'],
  ['fontaine-dube', '110'],
  ['nguyen thi anh', '111'],
  ['anh tuyet', '111'],
  ['мария', '112'],
  ['иванова', '112'],
  ['иванвоа', '112'],
  ['федор', '113'],
  ['достаевский', '113'],
  ['ελενη', '114'],
  ['παπαδοπουλου', '114'],
  ['محمد', '115'],
  ['الاحمد', '115'],
  ['مُحَمَّد', '115'],
  ['فاطمه', '116'],
  ['الزهراء', '116'],
  ['मीरा', '117'],
  ['फर्नांडिस', '117'],
  ['राजेश', '118'],
  ['कुमार राजेश', '118'],
  ['小明', '119'],
  ['王小', '119'],
  ['さくら', '120'],
  ['田中', '120'],
  ['김민', '121'],
  ['민준', '121'],
  ['כהן', '122'],
  ['שרה', '122'],
  ['mary ann mcal', '123'],
  ['mcallistr', '123'],
  ['maryann mcallister', '123'],
  ['concierge', '123'],
  ['maryanne', '124'],
  ['macalister catering', '124'],
  ['westhuizen', '125'],
  ['van der westhuisen', '125'],
  ['anne marie van', '125'],
  ['jr hartley', '126'],
  ['j r hartly', '126'],
  ['featherstonhaugh', '127'],
  ['wilhelmina', '127'],
  ['dr wilhelmina', '127'],
  ['24/7', '128'],
  ['emergency plumbing', '128'],
  ['emergancy plumbing', '128'],
  ['pipeworks', '128'],
  ['r&d', '129'],
  ['laboratory', '129'],
  ['labratory', '129'],
  ['8842', '129'],
  ['after hours', '130'],
  ['queue overflow', '130'],
  ['overfow', '130'],
  ['8843', '130'],
  ['abdul rahman muh', '131'],
  ['abdulrahman', '131'],
  ['mohammad abdul', '131'],
  ['xochitl', '132'],
  ['cuahtemoc', '132'],
  ['swiecicki', '133'],
  ['krzystof swiecicki', '133'],
  ['angel nunez', '134'],
  ['cafeteria', '134'],
  ['500 555 0134', '134'],
  ['(500) 555-0127', '127'],
  ['+1 500 555 0119', '119'],
  ['5005550121', '121'],
  ['555-0129', '129'],
  ['0015005550113', '113'],
  ['xenakis', 'sip:xenakis.studio@phone.plivo.com'],
  ['xenakis studio', 'sip:xenakis.studio@phone.plivo.com'],
  ['xenkais', 'sip:xenakis.studio@phone.plivo.com'],
  ['sip:lobby8020', 'sip:lobby8020@phone.plivo.com'],
  ['8020', 'sip:lobby8020@phone.plivo.com'],
  ['lobby phon', 'sip:lobby8020@phone.plivo.com'],
];

/** Numbers from 0 up to a bound, the same at every run (Park and Miller's generator). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Below = (below: number) => number;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const letter = (below: Below) => letters[below(letters.length)] ?? 'e';

/** The four typing errors, each at a place of its own in a word. */
const errors: Readonly<Record<string, (word: string, below: Below) => string>> = {
  'wrong letter': (word, below) => {
    const at = below(word.length);
    return `${word.slice(0, at)}${letter(below)}${word.slice(at + 1)}`;
  },
  'letter too many': (word, below) => {
    const at = below(word.length + 1);
    return `${word.slice(0, at)}${letter(below)}${word.slice(at)}`;
  },
  'letter missing': (word, below) => {
    const at = below(word.length);
    return `${word.slice(0, at)}${word.slice(at + 1)}`;
  },
  'letters swapped': (word, below) => {
    const at = below(word.length - 1);
    return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
  },
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Puts one error into the longest word of a name; shorter words are typed right. */
function withError(words: readonly string[], error: keyof typeof errors, below: Below): string[] {
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  const make = errors[error];
  return words.map((word) => (word === longest && make !== undefined ? make(word, below) : word));
}

/**
 * The labelled queries for a directory that holds the awkward people first: those written by hand,
 * and generated ones, most of them with typing errors.
 */
export function labelledQueries(directory: readonly DirectoryEntry[]): LabelledQuery[] {
  const below = generator(20_260_401);
  const awkward = handWritten.map(([text, whom]) => ({
    text,
    means: whom.startsWith('sip:') ? whom : `+15005550${whom}`,
    kind: 'awkward names, by hand',
  }));
  const people = directory.filter(
    ({ name, address }) =>
      !address.startsWith('+1500555') && /^[\p{Script=Latin}\s-]+$/u.test(name) && name.length > 9,
  );
  const pick = () => people[below(people.length)];
  const made: LabelledQuery[] = [];
  type TextOf = (entry: DirectoryEntry, words: string[]) => string;
  type Suits = (entry: DirectoryEntry) => boolean;
  const add = (kind: string, textOf: TextOf, suits: Suits = () => true) => {
    for (let n = 0; n < 20; n += 1) {
      let entry = pick();
      while (entry !== undefined && !suits(entry)) entry = pick();
      if (entry === undefined) continue;
      const words = plain(entry.name).split(/[\s-]+/);
      made.push({ text: textOf(entry, words), means: entry.address, kind });
    }
  };
  add('whole name', (_, words) => words.join(' '));
  add('words in another order', (_, words) => [...words].reverse().join(' '));
  add('beginnings of words', (_, words) =>
    words.map((word) => word.slice(0, Math.max(4, word.length - 1))).join(' '),
  );
  for (const error of Object.keys(errors)) {
    add(error, (_, words) => withError(words, error, below).join(' '));
    add(`${error}, reversed`, (_, words) => withError(words, error, below).reverse().join(' '));
  }
  add(
    'two errors in a long word',
    (_, words) =>
      withError(withError(words, 'letters swapped', below), 'wrong letter', below).join(' '),
    ({ name }) =>
      plain(name)
        .split(/[\s-]+/)
        .some((word) => word.length >= 8),
  );
  add('name and department', (entry, words) =>
    `${words.at(-1) ?? ''} ${words[0]?.slice(0, 3) ?? ''} ${plain(entry.department ?? '').slice(0, 4)}`.trim(),
  );
  add('last digits', ({ address }) => address.replace(/^\+|^sip:|@.*$/g, '').slice(-7));
  return [...awkward, ...made];
}
