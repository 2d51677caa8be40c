/** Shorter tokens are no real ones, and their letters are in every text. */
const shortestToken = 8;

/**
 * An answer's text without the secrets of its request. A proxy or a server under test may repeat
 * the headers that it was sent, and what Plivo said is shown, copied and kept in the journal.
 * @param authorization Value of the request's Authorization header.
 */
export function withoutSecrets(text: string, authorization: string): string {
  const encoded = /^Basic (\S+)$/.exec(authorization)?.[1];
  if (encoded === undefined) return text;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const token = credentials.slice(credentials.indexOf(':') + 1);
  // Some servers write a slash in JSON as \/, which means the same.
  const masked = text.replaceAll(encoded, '…').replaceAll(encoded.replaceAll('/', '\\/'), '…');
  return token.length < shortestToken ? masked : masked.replaceAll(token, '…');
}
