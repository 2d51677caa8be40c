import type { ManagedFile, SettingsLayer } from '../contract/settings';
import { isKnownRegion, parseAddress } from '../directory/address';
import { canMatch } from '../transfer/address-pattern';
import { isGlobalShortcut } from './accelerator';
import { practiceLineId } from './active-line';
import { builtInSettings } from './built-in';
import type { DocumentFault } from './json-document';
import { quoted } from './quoted';

const layerNames = ['defaults', 'enforced'] as const;
type LayerName = (typeof layerNames)[number];

/**
 * Every address must be one that can be called: it goes into the request as it is read. A favourite
 * that is too short, such as an emergency number, is left out where it would be shown, as one that a
 * check refuses: that is no reason to refuse the whole file.
 */
function addresses(
  name: LayerName,
  layer: SettingsLayer | undefined,
  region: string,
): readonly DocumentFault[] {
  const expected = `a number with its country code, a number of the region ${region}, or a SIP address`;
  const lines = (layer?.lines ?? []).flatMap(({ triggerSource }, index) =>
    parseAddress(triggerSource, region).ok ? [] : [[name, 'lines', index, 'triggerSource']],
  );
  const favourites = (layer?.favourites ?? []).flatMap(({ address }, index) => {
    const read = parseAddress(address, region);
    return read.ok || read.error === 'too-short' ? [] : [[name, 'favourites', index, 'address']];
  });
  return [...lines, ...favourites].map((path) => ({ path, expected }));
}

/** A pattern that fits nothing would be a rule that somebody relies on and that is none. */
function patterns(name: LayerName, layer: SettingsLayer | undefined): readonly DocumentFault[] {
  const expected =
    'a whole address, or a pattern with "*" that begins with "+", "sip:" or "*", such as "+1900*"';
  return (['allow', 'deny'] as const).flatMap((list) =>
    (layer?.destinations?.[list] ?? []).flatMap((pattern, index) =>
      canMatch(pattern) ? [] : [{ path: [name, 'destinations', list, index], expected }],
    ),
  );
}

function words(name: LayerName, layer: SettingsLayer | undefined): readonly DocumentFault[] {
  const { region, shortcut } = layer ?? {};
  const faults: DocumentFault[] = [];
  if (region !== undefined && !isKnownRegion(region)) {
    const expected = 'a region with telephone numbers of its own, such as "US", or "GB" for the UK';
    faults.push({ path: [name, 'region'], expected });
  }
  if (shortcut !== undefined && !isGlobalShortcut(shortcut)) {
    const expected =
      'a key with Control, Alt or Super, or a function key, such as "Control+Alt+B" or "F9"';
    faults.push({ path: [name, 'shortcut'], expected });
  }
  return faults;
}

/** The line in use must be a line of the same file, or the practice line. */
function lineInUse({ defaults, enforced }: ManagedFile): readonly DocumentFault[] {
  const lines = enforced?.lines ?? defaults?.lines ?? [];
  const ids = [...lines.map(({ id }) => id), practiceLineId];
  return [
    { name: 'defaults', chosen: defaults?.activeLine, known: defaults?.lines },
    { name: 'enforced', chosen: enforced?.activeLine, known: undefined },
  ].flatMap(({ name, chosen, known }) => {
    if (chosen === undefined || chosen === null) return [];
    if (ids.includes(chosen) || known?.some(({ id }) => id === chosen) === true) return [];
    const expected = `the id of a line of this file: ${ids.map((id) => quoted(id)).join(', ')}`;
    return [{ path: [name, 'activeLine'], expected }];
  });
}

/** One account, and one way to its token. */
function oneAccount(document: ManagedFile): readonly DocumentFault[] {
  const { credentials } = document;
  if (credentials === undefined) return [];
  const faults: DocumentFault[] = layerNames.flatMap((name) => {
    const authId = document[name]?.authId;
    if (authId === undefined || authId === credentials.authId) return [];
    const expected = 'the Auth ID of "credentials", or no such key here';
    return [{ path: [name, 'authId'], expected }];
  });
  if (credentials.authToken !== undefined && credentials.authTokenFile !== undefined) {
    const expected = 'this key or "authToken", not both';
    faults.push({ path: ['credentials', 'authTokenFile'], expected });
  }
  return faults;
}

/** What the schema of the managed file cannot say (docs/behaviour.md, "Managed settings"). */
export function managedRules(document: ManagedFile): readonly DocumentFault[] {
  const { defaults, enforced } = document;
  const region = enforced?.region ?? defaults?.region ?? builtInSettings.region;
  return [
    ...layerNames.flatMap((name) => [
      ...addresses(name, document[name], region),
      ...patterns(name, document[name]),
      ...words(name, document[name]),
    ]),
    ...lineInUse(document),
    ...oneAccount(document),
  ];
}
