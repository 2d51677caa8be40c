import type { CredentialState } from '../../contract/credentials';
import type { Finding, FindingCode } from '../../contract/doctor';
import { unreachable } from '../../contract/result';
import { finding } from '../check-up';

export interface KeychainReading {
  /** False where no Auth ID is set up: then nothing is expected to be stored. */
  readonly hasAccount: boolean;
  readonly state: CredentialState;
  /** What the Secret Service says of its default collection; null where nobody says it. */
  readonly locked: boolean | null;
}

function codeOf({ hasAccount, state, locked }: KeychainReading): FindingCode {
  switch (state) {
    case 'present':
      return 'keychain-present';
    case 'absent':
      // Locked, it answers as if nothing were stored.
      if (locked === true) return 'keychain-locked';
      return hasAccount ? 'keychain-absent' : 'keychain-unused';
    case 'locked-or-removed':
      if (locked === null) return 'keychain-out-of-reach';
      return locked ? 'keychain-locked' : 'keychain-removed';
    case 'unavailable':
      return 'keychain-unavailable';
    case 'session':
      return 'keychain-session';
    case 'from-file':
      return 'keychain-file';
    case 'file-unusable':
      return 'keychain-file-unusable';
    default:
      return unreachable(state);
  }
}

/** The system keychain, and whether it holds the token (docs/behaviour.md, "Keychain"). */
export const keychainFinding = (reading: KeychainReading): Finding => finding(codeOf(reading));
