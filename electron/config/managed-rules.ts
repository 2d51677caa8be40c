import type { ManagedFile, SettingsLayer } from '../contract/settings';
import { parseAddress } from '../directory/address';
import { practiceLineId } from './active-line';
import { builtInSettings } from './built-in';
import type { DocumentFault } from './json-document';

const layerNames = ['defaults', 'enforced'] as const;

/** A line's own number must be one that a call can be on: the request carries it. */
function ownNumbers(
  name: (typeof layerNames)[number],
  layer: SettingsLayer | undefined,
  region: string,
): readonly DocumentFault[] {
  return (layer?.lines ?? []).flatMap(({ triggerSource }, index) =>
    parseAddress(triggerSource, region).ok
      ? []
      : [
          {
            path: [name, 'lines', index, 'triggerSource'],
            expected: `a number with its country code, a number of the region ${region}, or a SIP address`,
          },
        ],
  );
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
    const expected = `the id of a line of this file: ${ids.map((id) => JSON.stringify(id)).join(', ')}`;
    return [{ path: [name, 'activeLine'], expected }];
  });
}

/** One way to the token, not two. */
function oneToken({ credentials }: ManagedFile): readonly DocumentFault[] {
  if (credentials?.authToken === undefined || credentials.authTokenFile === undefined) return [];
  const expected = 'this key or "authToken", not both';
  return [{ path: ['credentials', 'authTokenFile'], expected }];
}

/** What the schema of the managed file cannot say (docs/behaviour.md, "Managed settings"). */
export function managedRules(document: ManagedFile): readonly DocumentFault[] {
  const { defaults, enforced } = document;
  const region = enforced?.region ?? defaults?.region ?? builtInSettings.region;
  return [
    ...layerNames.flatMap((name) => ownNumbers(name, document[name], region)),
    ...lineInUse(document),
    ...oneToken(document),
  ];
}
