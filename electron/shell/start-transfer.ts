import type { SettingsService } from '../config/settings-service';
import type { StartError } from '../contract/popup';
import { err, unreachable, type Result } from '../contract/result';
import type { CallRequest } from '../contract/schemas';
import { parseAddress } from '../directory/address';
import { destinationOf, type CountryNamer } from '../directory/destinations';
import type { EmergencyCheck } from '../directory/emergency';
import { guard, type GuardRefusal } from '../transfer/guards';
import type { TransferService } from '../transfer/transfer-service';
import type { AddressInUse } from './field-query';
import { lineChecks } from './line-checks';
import type { LinesInUse } from './lines-in-use';

export interface StartParts {
  readonly lines: LinesInUse;
  readonly settings: SettingsService;
  readonly transfer: TransferService;
  /** Whose an address is, on the line in use. */
  readonly ownerOf: (address: string) => Promise<AddressInUse>;
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
  const { region } = parts.settings.current().settings;
  // An emergency number is too short to be an address, and must be named for what it is.
  if (isEmergency(address, region)) return err({ code: 'emergency' });
  const parsed = parseAddress(address, region);
  if (!parsed.ok) return err({ code: 'address-not-callable' });
  // Nothing is awaited from here to the attempt: of two presses, the first one takes the place.
  const owner = await parts.ownerOf(parsed.value.address);
  const settings = parts.settings.current().settings;
  const line = lines.active();
  if (line === null) return err({ code: 'practice-unavailable' });
  if (line.id !== lineId) return err({ code: 'line-changed' });

  const refusal = guard({
    ...lineChecks(line, settings),
    address: parsed.value.address,
    emergency: isEmergency(parsed.value.address, region),
    known: owner.permitted,
    acceptedAt: transfer.lastAccepted(parsed.value.address),
    now: parts.now(),
    again,
  });
  if (refusal !== null) return err(startErrorOf(refusal));
  return await transfer.start({
    destination: {
      ...destinationOf(parsed.value, owner.destination, countryName),
      // What a practice destination rehearses ("Picks up") would read as a claim about the call.
      ...(line.practice && { note: null }),
    },
    role,
    lineId,
    lineName: line.name,
    holdMs: Math.round(settings.holdBackSeconds * 1000),
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
