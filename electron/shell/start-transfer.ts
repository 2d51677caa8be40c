import type { SettingsService } from '../config/settings-service';
import type { StartError } from '../contract/popup';
import { err, unreachable, type Result } from '../contract/result';
import type { CallRequest } from '../contract/schemas';
import type { Destination } from '../contract/transfer';
import { parseAddress } from '../directory/address';
import { destinationOf, type CountryNamer } from '../directory/destinations';
import type { EmergencyCheck } from '../directory/emergency';
import { guard, type GuardRefusal } from '../transfer/guards';
import type { TransferService } from '../transfer/transfer-service';
import type { LinesInUse } from './lines-in-use';

export interface StartParts {
  readonly lines: LinesInUse;
  readonly settings: SettingsService;
  readonly transfer: TransferService;
  /** Everybody that the popup can name on the line in use. */
  readonly known: () => readonly Destination[];
  readonly countryName: CountryNamer;
  readonly isEmergency: EmergencyCheck;
  readonly now: () => number;
}

/**
 * Checks a request of a window and starts the attempt. Main reads the address itself: what was read
 * back is what is sent, whatever the window says (docs/behaviour.md, "Checks").
 */
export async function startTransfer(
  parts: StartParts,
  { address, role, lineId, again = false }: CallRequest<'transfer:start'>,
): Promise<Result<{ attemptId: string }, StartError>> {
  const { lines, transfer, countryName, isEmergency } = parts;
  const { region, destinations, holdBackSeconds } = parts.settings.current().settings;
  // An emergency number is too short to be an address, and must be named for what it is.
  if (isEmergency(address, region)) return err({ code: 'emergency' });
  const parsed = parseAddress(address, region);
  if (!parsed.ok) return err({ code: 'address-not-callable' });
  const line = lines.active();
  if (line === null) return err({ code: 'practice-unavailable' });
  if (line.id !== lineId) return err({ code: 'line-changed' });

  const known = parts.known().find((entry) => entry.address === parsed.value.address) ?? null;
  const own = parseAddress(line.request.triggerSource, region);
  const refusal = guard({
    address: parsed.value.address,
    emergency: isEmergency(parsed.value.address, region),
    own: own.ok ? own.value.address : null,
    // The practice line calls nobody: the administrator's rules are about real calls.
    destinations: line.practice ? { allow: [], deny: [], directoryOnly: false } : destinations,
    known: known !== null,
    lastAccepted: transfer.lastAccepted(),
    now: parts.now(),
    again,
  });
  if (refusal !== null) return err(startErrorOf(refusal));
  return await transfer.start({
    destination: {
      ...destinationOf(parsed.value, known, countryName),
      // What a practice destination rehearses ("Picks up") would read as a claim about the call.
      ...(line.practice && { note: null }),
    },
    role,
    lineId,
    lineName: line.name,
    holdMs: Math.round(holdBackSeconds * 1000),
  });
}

function startErrorOf(refusal: GuardRefusal): StartError {
  switch (refusal.code) {
    case 'own-address':
    case 'emergency':
    case 'denied':
    case 'not-allowed':
    case 'not-in-directory':
      return { code: refusal.code };
    case 'repeat':
      return { code: 'repeat', secondsAgo: Math.floor(refusal.sinceMs / 1000) };
    default:
      return unreachable(refusal);
  }
}
