import type { SettingsService } from '../config/settings-service';
import type { FieldVerdict, QueryReply } from '../contract/popup';
import type { Destination } from '../contract/transfer';
import type { ParsedAddress } from '../directory/address';
import type { CountryNamer } from '../directory/destinations';
import type { DirectoryService } from '../directory/directory-service';
import type { EmergencyCheck } from '../directory/emergency';
import { answerQuery, destinationOfRow } from '../directory/query';
import { guard } from '../transfer/guards';
import { lineChecks } from './line-checks';
import type { LinesInUse } from './lines-in-use';
import type { PeopleInUse } from './people-in-use';

export interface FieldQueryParts {
  readonly settings: Pick<SettingsService, 'current'>;
  readonly lines: Pick<LinesInUse, 'active'>;
  readonly directory: Pick<DirectoryService, 'search' | 'owner'>;
  readonly people: Pick<PeopleInUse, 'tell' | 'isFavourite'>;
  readonly countryName: CountryNamer;
  /** Still loading in the first moments; nothing is judged without them. */
  readonly emergencyNumbers: () => Promise<EmergencyCheck>;
}

/** Whose an address is, as an attempt needs to know it. */
export interface AddressInUse {
  readonly destination: Destination | null;
  /** Whether it is in the directory or a favourite, which is what `directoryOnly` permits. */
  readonly permitted: boolean;
}

/** What the popup asks of the text in its field, and main of an address. */
export class FieldQuery {
  readonly #parts: FieldQueryParts;

  constructor(parts: FieldQueryParts) {
    this.#parts = parts;
  }

  async answer(text: string): Promise<QueryReply> {
    const { settings, directory, people, countryName } = this.#parts;
    const isEmergency = await this.#parts.emergencyNumbers();
    people.tell();
    return await answerQuery(text, {
      region: settings.current().settings.region,
      countryName,
      isEmergency,
      find: (sought, address, limit) => directory.search({ text: sought, address, limit }),
      refusalOf: (parsed, { listed }) => this.#refusalOf(parsed, listed),
    });
  }

  /** Whose an address is. Waits for the directory where the answer decides whether it may be called. */
  async ownerOf(address: string): Promise<AddressInUse> {
    const { settings, directory, people, countryName } = this.#parts;
    people.tell();
    const isFavourite = people.isFavourite(address);
    const { directoryOnly } = settings.current().settings.destinations;
    const { owner, listed } = await directory.owner(address, directoryOnly && !isFavourite);
    return {
      destination: owner === null ? null : destinationOfRow(owner, countryName),
      permitted: isFavourite || listed === true,
    };
  }

  /** Which check refuses an address whatever the agent says; what is asked first is no refusal. */
  #refusalOf(
    { address }: ParsedAddress,
    listed: boolean | null,
  ): Extract<FieldVerdict, { kind: 'complete' }>['refusal'] {
    const { settings, lines, people } = this.#parts;
    const line = lines.active();
    if (line === null) return null;
    const refusal = guard({
      ...lineChecks(line, settings.current().settings),
      address,
      // Told apart before: it is no address that could be called.
      emergency: false,
      // A directory that cannot be asked now is asked again when the attempt is made.
      known: listed !== false || people.isFavourite(address),
      acceptedAt: null,
      now: 0,
      again: true,
    });
    switch (refusal?.code) {
      case 'own-address':
      case 'denied':
      case 'not-allowed':
      case 'not-in-directory':
        return refusal.code;
      default:
        return null;
    }
  }
}
