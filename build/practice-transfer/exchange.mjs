/**
 * One exchange as the practice line saw it.
 * @typedef {object} Exchange
 * @property {{ method: string, path: string, httpVersion: string, headers: Record<string, string | string[]>, body: string }} request
 * @property {{ status: number, headers: Record<string, string | string[]>, body: string }} answer
 */

const PREFIX = 'practice-line: ';

/**
 * @param {string} line of Baton's stdout
 * @returns {Exchange | null} null when the line is no trace of the practice line
 */
export function parseExchange(line) {
  return line.startsWith(PREFIX) ? JSON.parse(line.slice(PREFIX.length)) : null;
}

/**
 * @param {Exchange} exchange
 * @returns {string} as HTTP would show it, without any credential
 */
export function formatExchange({ request, answer }) {
  return [
    `${request.method} ${request.path} HTTP/${request.httpVersion}`,
    ...headerLines(request.headers),
    '',
    request.body,
    '',
    `HTTP/${request.httpVersion} ${answer.status}`,
    ...headerLines(answer.headers),
    '',
    answer.body,
  ].join('\n');
}

/** @param {Record<string, string | string[]>} headers */
function headerLines(headers) {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${withoutCredential(name, one)}`),
  );
}

/**
 * @param {string} name
 * @param {string} value
 */
function withoutCredential(name, value) {
  return /authorization/iu.test(name) ? value.replace(/^(\S+)\s.*$/su, '$1 ********') : value;
}
