import { clipboard } from 'electron';

import type { Settings } from '../contract/settings';
import type { Destination } from '../contract/transfer';
import { parseAddress } from '../directory/address';
import { destinationOf, type CountryNamer } from '../directory/destinations';
import type { EmergencyCheck } from '../directory/emergency';
import { addressWithin } from '../directory/within-text';
import { ClipboardOffer } from './clipboard-offer';
import type { LinesInUse } from './lines-in-use';

interface Parts {
  readonly settings: () => Settings;
  readonly lines: LinesInUse;
  readonly emergencyNumbers: () => Promise<EmergencyCheck>;
  readonly countryName: CountryNamer;
  readonly known: () => readonly Destination[];
}

/** The offer of the system's clipboard, for the line in use. */
export function openClipboardOffer(parts: Parts): ClipboardOffer {
  const { settings, lines, countryName } = parts;
  const addressIn = (text: string) => {
    const { region } = settings();
    const whole = parseAddress(text, region);
    if (whole.ok) return whole.value;
    const within = addressWithin(text, region);
    return within.kind === 'one' ? within.parsed : null;
  };
  return new ClipboardOffer({
    readText: () => clipboard.readText(),
    wanted: () => settings().clipboardOffer,
    addressIn,
    isEmergency: async (address) => (await parts.emergencyNumbers())(address, settings().region),
    own: () => {
      const line = lines.active();
      return line === null ? null : (addressIn(line.request.triggerSource)?.address ?? null);
    },
    known: parts.known,
    unnamed: (parsed) => destinationOf(parsed, null, countryName),
  });
}
