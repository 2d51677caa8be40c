import { STATUS_CODES } from 'node:http';

import type { Answer } from './answers';
import type { Exchange } from './exchange';

/**
 * An exchange as one line of a log: `practice-line: ` and JSON with `request` and `answer`, the
 * latter null where no answer was sent.
 */
export function traceLine(exchange: Exchange): string {
  const { request } = exchange;
  return `practice-line: ${JSON.stringify({ request, answer: sentAnswer(exchange) })}`;
}

/** An exchange for a person to read, in the manner of `curl -v`. */
export function readableExchange(exchange: Exchange): string {
  const { request, answer } = exchange;
  const sent = sentAnswer(exchange);
  const asked = [
    `${request.method} ${request.path} HTTP/${request.httpVersion}`,
    ...headerLines(request.headers),
    '',
    ...request.body.split('\n'),
  ];
  const answered =
    sent === null
      ? [`(${silence(answer)})`]
      : [
          `${sent.status} ${STATUS_CODES[sent.status] ?? ''}`.trimEnd(),
          ...headerLines(sent.headers),
          '',
          ...sent.body.split('\n'),
        ];
  return [...asked.map((line) => `> ${line}`), ...answered.map((line) => `< ${line}`)]
    .map(visible)
    .join('\n');
}

function sentAnswer({ answer }: Exchange): Answer | null {
  return 'status' in answer ? answer : null;
}

function silence(answer: Exchange['answer']): string {
  if ('dropped' in answer) return 'connection dropped, no answer';
  if ('abandoned' in answer) return 'the client left before the answer';
  return 'no answer ever comes';
}

function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

/** Whatever a client sends must not steer the terminal that shows it. */
function visible(line: string): string {
  return line.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
