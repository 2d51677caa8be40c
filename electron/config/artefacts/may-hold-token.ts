/**
 * Signs of a secret: the names it goes by, a user with a password, HTTP Basic, and the form of
 * Plivo's own tokens (40 letters and digits, not all of them hexadecimal as a commit's are).
 */
const signs =
  /token|secret|passw|authorization|\bbasic\s|\s-u\s|\s--user\s|:\/\/[^/\s:@]*:[^/\s@]+@|(?<![\w+/=-])(?![0-9a-f]{40}(?![\w+/=-]))[\w+/=-]{40}(?![\w+/=-])/i;

/**
 * Whether a text that nothing was recognised in may hold a secret all the same. In doubt it may:
 * what seems to hold one is not left standing on the screen.
 */
export const mayHoldToken = (text: string): boolean => signs.test(text);
