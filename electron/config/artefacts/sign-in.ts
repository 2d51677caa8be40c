import { authIdPattern } from '../../contract/settings';
import type { FoundRequest } from './found';

/** What the artefacts say of the sign-in. Holds the token. */
export interface FoundSignIn {
  readonly authId: string | null;
  readonly authToken: string | null;
  /** Auth IDs of other accounts, whose tokens are left alone. */
  readonly otherAccounts: readonly string[];
}

interface Pair {
  readonly user: string | null;
  readonly password: string | null;
}

const isAccount = (user: string | null): user is string =>
  user !== null && authIdPattern.test(user);

/**
 * The first account that there is, with a token that stands beside its own Auth ID or beside none.
 * Without an account whatever token there is.
 * @param named accounts of the variables, also of those that do not count.
 */
export function signInFrom(
  requests: readonly FoundRequest[],
  named: readonly string[],
  complete: (text: string | null | undefined) => string | null,
  values: ReadonlyMap<string, string>,
): FoundSignIn {
  const pairs: readonly Pair[] = [
    ...requests.map(({ user, password }) => ({ user, password })),
    { user: values.get('authid') ?? null, password: values.get('authtoken') ?? null },
  ].map(({ user, password }) => ({ user: complete(user), password: complete(password) }));
  const accounts = [...pairs.map(({ user }) => user).filter(isAccount), ...named];
  const authId = accounts[0] ?? null;
  const fitting = [
    ...pairs.filter(({ user }) => user === authId),
    ...pairs.filter(({ user }) => !isAccount(user)),
  ];
  const found = fitting.find(({ password }) => password !== null);
  return {
    authId,
    authToken: found?.password ?? null,
    otherAccounts: [...new Set(accounts)].filter((account) => account !== authId),
  };
}
