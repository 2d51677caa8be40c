import type { DirectoryEntry } from '../../contract/directory';
import type { Role } from '../../contract/transfer';
import { byRank, matchClass, type AddressUse } from './ranking';
import { LookAlikeIndex, type SlipCount } from './look-alikes';
import { SearchIndex, type Findable, type Hit } from './search-index';

/** What a row is made of. */
export interface Person {
  readonly name: string | null;
  readonly address: string;
  readonly note: string | null;
  readonly role: Role | null;
}

/** Somebody that the line knows besides the directory: a favourite, a recent, a practice destination. */
export interface KnownPerson extends Person {
  /** What an attempt of before recorded: the directory may know better by now. */
  readonly recorded: boolean;
}

export interface FoundPeople {
  readonly people: readonly Person[];
  /** How many match, those beyond the people given included. */
  readonly total: number;
  /** The text is the whole name or an alias of the first of them. */
  readonly exact: boolean;
}

/** What the directory says of somebody, as a row says it. */
export const personOf = (entry: DirectoryEntry): Person => ({
  name: entry.name,
  address: entry.address,
  note: entry.department ?? entry.company,
  role: entry.role,
});

type KnownFindable = Findable & Person;

/** Without what it is found by. */
const rowOf = ({ name, address, note, role }: Person): Person => ({ name, address, note, role });

const addressesOf = (index: SearchIndex<Findable>): string[] =>
  index.entries.map((entry) => entry.address);

/** A known person with what the directory has of the same address: it is one row. */
function enriched(person: KnownPerson, entries: readonly DirectoryEntry[]): KnownFindable {
  const [first] = entries;
  const listed = first === undefined ? null : personOf(first);
  const [better, other] = person.recorded ? [listed, person] : [person, listed];
  const name = better?.name ?? other?.name ?? null;
  const note = better?.note ?? other?.note ?? null;
  const names = entries.map((entry) => entry.name).filter((one) => one !== name);
  return {
    name,
    address: person.address,
    note,
    role: better?.role ?? other?.role ?? null,
    aliases: [...names, ...entries.flatMap((entry) => entry.aliases)],
    department: note,
    company: first?.company ?? null,
    label: first?.label ?? null,
  };
}

/** Somebody whose number looks like the one that was typed. */
export interface LookAlikePerson {
  readonly person: Person;
  readonly distance: SlipCount;
  /** A favourite or recent: to be mixed up with the directory's many is less telling. */
  readonly known: boolean;
}

/** Finds people in the directory and among those that the line knows; each address of those once. */
export class PeopleSearch {
  readonly #directory: SearchIndex<DirectoryEntry>;
  readonly #directoryNumbers: LookAlikeIndex;
  #known: SearchIndex<KnownFindable>;
  #knownNumbers = new LookAlikeIndex([]);
  #inKnown: Uint8Array;

  constructor(directory: SearchIndex<DirectoryEntry>) {
    this.#directory = directory;
    this.#directoryNumbers = new LookAlikeIndex(addressesOf(directory));
    this.#known = new SearchIndex<KnownFindable>([]);
    this.#inKnown = directory.marked([]);
  }

  /** Takes whom the line knows and what the agent has used, in place of what was told before. */
  setContext(known: readonly KnownPerson[], uses: readonly AddressUse[]): void {
    const once = new Map<string, KnownPerson>();
    for (const person of known) {
      if (!once.has(person.address)) once.set(person.address, person);
    }
    this.#known = new SearchIndex(
      [...once.values()].map((person) => enriched(person, this.#directory.at(person.address))),
    );
    this.#knownNumbers = new LookAlikeIndex(addressesOf(this.#known));
    this.#inKnown = this.#directory.marked([...once.keys()]);
    this.#known.setUses(uses);
    this.#directory.setUses(uses);
  }

  find(text: string, limit: number): FoundPeople {
    const known = this.#known.find(text, limit);
    const listed = this.#directory.find(text, limit, this.#inKnown);
    const hits: Hit<Person>[] = [
      ...known.hits,
      ...listed.hits.map((hit) => ({ ...hit, entry: personOf(hit.entry) })),
    ];
    hits.sort(byRank);
    return {
      people: hits.slice(0, limit).map(({ entry }) => rowOf(entry)),
      total: known.total + listed.total,
      exact: hits[0]?.class === matchClass.exact,
    };
  }

  /**
   * Those whose number looks like an address that nobody has: nearest first, then those that the line
   * knows, then by use and name.
   */
  lookAlikes(address: string, limit: number): LookAlikePerson[] {
    const from = <T extends Findable>(
      index: SearchIndex<T>,
      numbers: LookAlikeIndex,
      known: boolean,
    ) =>
      numbers.near(address).flatMap(({ entry: n, distance }) => {
        const entry = index.entries[n];
        if (entry === undefined || (!known && this.#inKnown[n] === 1)) return [];
        return [{ n, distance, known, entry, weight: index.weightAt(entry.address) }];
      });
    const near = [
      ...from(this.#known, this.#knownNumbers, true).map(({ entry, ...rest }) => ({
        ...rest,
        person: entry,
      })),
      ...from(this.#directory, this.#directoryNumbers, false).map(({ entry, ...rest }) => ({
        ...rest,
        person: personOf(entry),
      })),
    ];
    return near
      .sort(
        (a, b) =>
          a.distance - b.distance ||
          Number(b.known) - Number(a.known) ||
          (a.weight === b.weight ? 0 : b.weight - a.weight) ||
          a.n - b.n,
      )
      .slice(0, limit)
      .map(({ person, distance, known }) => ({ person: rowOf(person), distance, known }));
  }

  /** Whose address it is; null: nobody's that is known. */
  at(address: string): Person | null {
    const [known] = this.#known.at(address);
    if (known !== undefined) return rowOf(known);
    const [entry] = this.#directory.at(address);
    return entry === undefined ? null : personOf(entry);
  }

  /** Whether the directory itself has the address. */
  lists(address: string): boolean {
    return this.#directory.at(address).length > 0;
  }
}
