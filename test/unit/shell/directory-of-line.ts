import { builtInSettings } from '../../../electron/config/built-in';
import { mergeLayers } from '../../../electron/config/merge';
import type { LineView, Recent } from '../../../electron/contract/popup';
import { ok } from '../../../electron/contract/result';
import type { SettingsLayer } from '../../../electron/contract/settings';
import type { DirectoryService } from '../../../electron/directory/directory-service';
import { countryNamer } from '../../../electron/directory/destinations';
import { findPeople, ownerOf } from '../../../electron/directory/worker/find-people';
import { FieldQuery } from '../../../electron/shell/field-query';
import type { UsableLine } from '../../../electron/shell/lines-in-use';
import { PeopleInUse } from '../../../electron/shell/people-in-use';
import { Signal } from '../../../electron/shell/signal';
import type { AddressUse } from '../../../electron/transfer/journal-accepted';
import { entry, searchOf } from '../directory/people';

const ownNumber = '+14155550100';

export interface Told {
  readonly known: readonly { readonly name: string | null; readonly recorded: boolean }[];
  readonly uses: readonly AddressUse[];
}

/** A field on a line, with a directory of one: Maria Alvarez, Billing, +1 415 555 0134. */
export function fieldOfLine(
  layer: SettingsLayer,
  options: {
    readonly practice?: boolean;
    readonly recents?: readonly Recent[];
    readonly uses?: readonly AddressUse[];
    /** The directory is being read. */
    readonly reading?: boolean;
  } = {},
) {
  const effective = mergeLayers({ enforced: {}, person: layer, defaults: {} }, builtInSettings);
  const people = searchOf([entry('Maria Alvarez', '+14155550134', { department: 'Billing' })]);
  const told: Told[] = [];
  const waited: boolean[] = [];
  const unknown = options.reading === true ? { listed: null } : {};
  const directory: Pick<DirectoryService, 'search' | 'owner' | 'setContext'> = {
    search: (question) => Promise.resolve({ ...findPeople(people, question), ...unknown }),
    owner: (address, mustKnow) => {
      waited.push(mustKnow);
      return Promise.resolve({ ...ownerOf(people, address), ...unknown });
    },
    setContext: (context) => {
      told.push(context);
      people.setContext(context.known, context.uses);
    },
  };
  const practice = options.practice ?? false;
  const request = { apiBaseUrl: '', phloId: '', nodeId: '', numberFormat: 'e164' as const };
  const usable: UsableLine = {
    id: 'line',
    name: 'Line',
    role: 'agent',
    practice,
    request: { ...request, triggerSource: ownNumber },
  };
  const view: LineView = {
    id: 'line',
    name: 'Line',
    from: ownNumber,
    role: 'agent',
    practice,
    readiness: 'ready',
  };
  const changes = new Signal();
  const historyChanged = new Signal();
  let readings = 0;
  const inUse = new PeopleInUse({
    settings: { current: () => effective },
    lines: { activeView: () => view },
    journal: {
      recents: () => ok(options.recents ?? []),
      usage: () => {
        readings += 1;
        return ok(options.uses ?? []);
      },
    },
    directory,
    changes,
    historyChanged,
  });
  const field = new FieldQuery({
    settings: { current: () => effective },
    lines: { active: () => usable },
    directory,
    people: inUse,
    countryName: countryNamer('en'),
    emergencyNumbers: () => Promise.resolve((text) => text === '911'),
  });
  return { field, told, waited, changes, historyChanged, inUse, usageReadings: () => readings };
}
