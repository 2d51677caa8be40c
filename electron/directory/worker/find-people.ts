import { parseAddress } from '../address';
import { highlightsOf } from '../search/highlights';
import type { PeopleSearch, Person } from '../search/people';
import type { AddressOwner, FoundInDirectory, PersonRow, Question } from './calls';

/** Most look-alikes that are named. */
const mostLookAlikes = 5;
/** Formatting a number takes longer than finding it: the last so many are remembered. */
const mostRemembered = 10_000;

const shownAddresses = new Map<string, Pick<PersonRow, 'display' | 'country'>>();

function shownAddress(address: string): Pick<PersonRow, 'display' | 'country'> {
  const known = shownAddresses.get(address);
  if (known !== undefined) return known;
  // Addresses of the directory have their country code: the region does not matter.
  const parsed = parseAddress(address, 'US');
  const shown = parsed.ok
    ? { display: parsed.value.display, country: parsed.value.country }
    : { display: address, country: null };
  if (shownAddresses.size >= mostRemembered) shownAddresses.clear();
  shownAddresses.set(address, shown);
  return shown;
}

/** A person with the address as people read it. */
export const rowOf = (person: Person): PersonRow => ({
  name: person.name,
  address: person.address,
  note: person.note,
  role: person.role,
  ...shownAddress(person.address),
});

/** Whose an address is. */
export function ownerOf(search: PeopleSearch, address: string): AddressOwner {
  const owner = search.at(address);
  return { owner: owner === null ? null : rowOf(owner), listed: search.lists(address) };
}

/** Answers what was typed: who may be meant, and, of an address, whose it is and what looks like it. */
export function findPeople(
  search: PeopleSearch,
  { text, address, limit }: Question<'search'>,
): FoundInDirectory {
  const { people, total, exact } = search.find(text, limit);
  const { owner, listed } =
    address === null ? { owner: null, listed: false } : ownerOf(search, address);
  const lookAlikes =
    address === null || owner !== null ? [] : search.lookAlikes(address, mostLookAlikes);
  return {
    rows: people.map((found) => {
      const person = rowOf(found);
      return { person, ...highlightsOf(text, person) };
    }),
    total,
    exact,
    owner,
    listed,
    lookAlikes: lookAlikes.map(({ person, ...rest }) => ({ person: rowOf(person), ...rest })),
  };
}
