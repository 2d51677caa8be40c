import type { Settings } from '../contract/settings';
import { parseAddress } from '../directory/address';
import type { GuardFacts } from '../transfer/guards';
import type { UsableLine } from './lines-in-use';

/** What the checks know of the line in use (docs/behaviour.md, "Checks"). */
export function lineChecks(
  line: UsableLine,
  { region, destinations }: Settings,
): Pick<GuardFacts, 'own' | 'destinations'> {
  const own = parseAddress(line.request.triggerSource, region);
  return {
    own: own.ok ? own.value.address : null,
    // The practice line calls nobody: the administrator's rules are about real calls.
    destinations: line.practice ? { allow: [], deny: [], directoryOnly: false } : destinations,
  };
}
