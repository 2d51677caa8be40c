import type { CredentialError } from '../contract/credentials';
import type { Result } from '../contract/result';
import type { LinesInUse } from './lines-in-use';
import type { Notices } from './notices';
import type { Signal } from './signal';

interface Parts {
  readonly lines: Pick<LinesInUse, 'forgetRefusals'>;
  readonly notices: Pick<Notices, 'settle'>;
  readonly changes: Signal;
}

/** Tells every surface that the person gave, changed or removed the token, or could not; passes it on. */
export const credentialsChanged =
  ({ lines, notices, changes }: Parts) =>
  <T>(result: Result<T, CredentialError>): Result<T, CredentialError> => {
    lines.forgetRefusals();
    if (result.ok) notices.settle('credentials-import-failed');
    changes.emit();
    return result;
  };
