import type { Destination } from '../../contract/transfer';
import type { CountryNamer } from '../../directory/destinations';
import type { EmergencyCheck } from '../../directory/emergency';
import { guard } from '../../transfer/guards';
import { favouritesOf } from '../known-destinations';
import { lineChecks } from '../line-checks';
import type { Services } from '../services';

/**
 * The tiles of a kiosk: the first nine favourites that the checks would let through. A tile that
 * could only ever refuse is no tile.
 */
export function kioskTiles(
  { settings, lines }: Pick<Services, 'settings' | 'lines'>,
  countryName: CountryNamer,
  isEmergency: EmergencyCheck,
): Destination[] {
  const current = settings.current().settings;
  const line = lines.active();
  const { practice } = lines.activeView();
  return favouritesOf(current, practice, countryName, ({ address }) => {
    if (line === null) return true;
    const refusal = guard({
      ...lineChecks(line, current),
      address,
      emergency: isEmergency(address, current.region),
      // `directoryOnly` permits favourites.
      known: true,
      acceptedAt: null,
      now: 0,
      again: true,
    });
    return refusal === null;
  });
}
