import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

export interface PracticeCredentials {
  readonly authId: string;
  readonly authToken: string;
}

const capitalsAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const lettersAndDigits = `${capitalsAndDigits}abcdefghijklmnopqrstuvwxyz`;

const randomText = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** Credentials of Plivo's form that are good for this run only. */
export function makeCredentials(): PracticeCredentials {
  return {
    authId: `MA${randomText(capitalsAndDigits, 18)}`,
    authToken: randomText(lettersAndDigits, 40),
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether an Authorization header carries these credentials. Takes the same time for any guess. */
export function isAuthorized(header: string | undefined, expected: PracticeCredentials): boolean {
  const given = /^basic +([A-Za-z0-9+/=]+) *$/i.exec(header ?? '')?.[1] ?? '';
  const wanted = `${expected.authId}:${expected.authToken}`;
  return timingSafeEqual(digest(Buffer.from(given, 'base64').toString('utf8')), digest(wanted));
}

/** An Authorization header as it may be shown and logged: its scheme, without what it carries. */
export function maskAuthorization(header: string): string {
  const scheme = /^(\S+)\s/.exec(header)?.[1];
  return scheme === undefined ? '********' : `${scheme} ********`;
}
