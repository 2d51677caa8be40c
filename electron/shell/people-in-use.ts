import type { SettingsService } from '../config/settings-service';
import type { Settings } from '../contract/settings';
import { parseAddress } from '../directory/address';
import type { DirectoryService } from '../directory/directory-service';
import type { KnownPerson } from '../directory/search/people';
import { practiceDestinations } from '../practice/destinations';
import type { Journal } from '../transfer/journal';
import type { LinesInUse } from './lines-in-use';
import type { Signal } from './signal';
import { t } from './texts';

/** Recents that can be found by what is typed; the popup shows fewer by themselves. */
const foundRecents = 50;
/** Addresses whose use goes into the order of what is found. */
const countedAddresses = 10_000;

interface Parts {
  readonly settings: Pick<SettingsService, 'current'>;
  readonly lines: Pick<LinesInUse, 'activeView'>;
  readonly journal: Pick<Journal, 'recents' | 'usage'>;
  readonly directory: Pick<DirectoryService, 'setContext'>;
  readonly changes: Signal;
  readonly historyChanged: Signal;
}

/** Tells the directory whom the line in use knows besides, and what the agent has used. */
export class PeopleInUse {
  readonly #parts: Parts;
  #favourites: { readonly of: Settings; readonly people: readonly KnownPerson[] } | null = null;
  #uses: { readonly practice: boolean; readonly list: ReturnType<Journal['usage']> } | null = null;
  #told = '';
  #outdated = true;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.historyChanged.listen(() => {
      this.#uses = null;
      this.#outdate();
    });
    parts.changes.listen(() => {
      this.#outdate();
    });
    this.#outdate();
  }

  /** Whether an address is one of the line's favourites, those that have no key among them. */
  isFavourite(address: string): boolean {
    return this.#favouritesNow().some((person) => person.address === address);
  }

  /** Called before people are looked for: what has changed meanwhile counts. */
  tell(): void {
    if (!this.#outdated) return;
    this.#outdated = false;
    const { journal, lines, directory } = this.#parts;
    const { practice } = lines.activeView();
    const recents = journal.recents({ practice, limit: foundRecents });
    if (this.#uses?.practice !== practice) {
      this.#uses = { practice, list: journal.usage({ practice, limit: countedAddresses }) };
    }
    const { list } = this.#uses;
    const known = [
      ...this.#favouritesNow(),
      ...(recents.ok ? recents.value : []).map(({ destination }) => ({
        name: destination.name,
        address: destination.address,
        note: destination.note,
        role: destination.role,
        recorded: true,
      })),
    ];
    const context = { known, uses: list.ok ? [...list.value] : [] };
    const told = JSON.stringify(context);
    if (told === this.#told) return;
    this.#told = told;
    directory.setContext(context);
  }

  /** What is shown comes first: the directory is told before the next key can come. */
  #outdate(): void {
    if (this.#outdated && this.#told !== '') return;
    this.#outdated = true;
    setImmediate(() => {
      this.tell();
    });
  }

  #favouritesNow(): readonly KnownPerson[] {
    const { settings, lines } = this.#parts;
    // Three, and what they rehearse is said in the language that is set by now.
    if (lines.activeView().practice) return practicePeople();
    const current = settings.current().settings;
    if (this.#favourites?.of !== current) {
      this.#favourites = { of: current, people: favouritePeople(current) };
    }
    return this.#favourites.people;
  }
}

const practicePeople = (): KnownPerson[] =>
  practiceDestinations.map(({ name, address, rehearses }) => ({
    name,
    address,
    note: t(`practice.rehearses.${rehearses}`),
    role: null,
    recorded: false,
  }));

/** A favourite whose address cannot be called is left out. */
const favouritePeople = ({ favourites, region }: Settings): KnownPerson[] =>
  favourites.flatMap(({ name, address, note, role }) => {
    const parsed = parseAddress(address, region);
    if (!parsed.ok) return [];
    const person = { name, note: note ?? null, role: role ?? null, recorded: false };
    return [{ ...person, address: parsed.value.address }];
  });
