/** User and password of HTTP Basic; null: not said. */
export interface BasicSignIn {
  readonly user: string | null;
  readonly password: string | null;
}

/** `user:password` taken apart; a user without a colon has no password. */
export function splitSignIn(userAndPassword: string | null): BasicSignIn {
  if (userAndPassword === null) return { user: null, password: null };
  const colon = userAndPassword.indexOf(':');
  if (colon < 0) return { user: userAndPassword, password: null };
  return { user: userAndPassword.slice(0, colon), password: userAndPassword.slice(colon + 1) };
}

/** What the value of an Authorization header says; null where it is not Basic. */
export function basicSignIn(value: string): BasicSignIn | null {
  const [, encoded] = /^\s*basic\s+([A-Za-z0-9+/]+=*)\s*$/i.exec(value) ?? [];
  if (encoded === undefined) return null;
  return splitSignIn(Buffer.from(encoded, 'base64').toString('utf8'));
}
