import type { IncomingMessage, ServerResponse } from 'node:http';

import { unreachable } from '../contract/result';
import { reasonAnswer, type Answer } from './answers';
import { readBody } from './body-reader';
import { dispatch, type Handling, type Line } from './dispatch';
import { recordHeaders, type Exchange } from './exchange';

/**
 * Serves one request: reads it whole, asks for the line as it then is, and does with the
 * connection what it decides. `report` is told before an answer leaves.
 */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  line: () => Line,
  report: (exchange: Exchange) => void,
  clock: () => number,
): Promise<void> {
  const body = await readBody(request);
  if (!body.ok && body.error === 'cut') return;
  const at = clock();
  const method = request.method ?? '';
  const target = request.url ?? '';
  const handling: Handling = body.ok
    ? dispatch(
        { method, target, authorization: request.headers.authorization, body: body.value },
        line(),
      )
    : tooLarge;
  const recorded = {
    method,
    path: target,
    httpVersion: request.httpVersion,
    headers: recordHeaders(request.rawHeaders),
    body: body.ok ? body.value : '',
  };
  const close = (outcome: Exchange['answer']): void =>
    report({ request: recorded, answer: outcome, at });

  switch (handling.kind) {
    case 'never':
      return close({ never: true });
    case 'drop':
      request.socket.destroy();
      return close({ dropped: true });
    case 'answer':
      if (handling.afterMs > 0 && (await clientLeavesWithin(response, handling.afterMs))) {
        return close({ abandoned: true });
      }
      close(handling.answer);
      return send(response, handling.answer);
    default:
      return unreachable(handling);
  }
}

const tooLarge: Handling = {
  kind: 'answer',
  answer: reasonAnswer(413, 'The request body is too large.'),
  afterMs: 0,
};

function clientLeavesWithin(response: ServerResponse, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      response.off('close', leave);
      resolve(false);
    }, milliseconds);
    response.once('close', leave);
  });
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}
