import type { AttemptTrace } from '../contract/history';

const steps: readonly (readonly [step: keyof AttemptTrace['steps'], name: string])[] = [
  ['resolved', 'resolved'],
  ['connected', 'connected'],
  ['secured', 'TLS'],
  ['handed', 'handed over'],
  ['firstByte', 'first byte'],
  ['complete', 'complete'],
];

/** The steps that were reached, in their order, in milliseconds after the sending began. */
function stepsText(trace: AttemptTrace): string {
  const reached = steps.flatMap(([step, name]) => {
    const at = trace.steps[step];
    return at === null ? [] : [`${name} ${Math.round(at)} ms`];
  });
  return reached.length === 0 ? 'none' : reached.join(', ');
}

const headerLines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** Head and body as they stand on the wire: the headers, an empty line, the body. */
const message = (
  first: string,
  headers: Readonly<Record<string, string>>,
  body: readonly string[],
) => [first, ...headerLines(headers), ...(body.length === 0 ? [] : ['', ...body])];

function answerLines({ answer }: AttemptTrace): readonly string[] {
  if (answer === null) return ['None came.'];
  const body = [answer.text ?? '(no text)', ...(answer.truncated ? ['(cut here)'] : [])];
  return message(`HTTP ${answer.status}`, answer.headers, body);
}

/**
 * What went over the wire in an attempt, as lines of text for support: steps, request, answer.
 * Secret headers are not in a trace.
 */
export function traceLines(trace: AttemptTrace): readonly string[] {
  const { request, socket, failure } = trace;
  const proxy =
    failure === null || failure.proxyStatus === null ? '' : `, proxy ${failure.proxyStatus}`;
  return [
    `Steps: ${stepsText(trace)}`,
    ...(socket === null ? [] : [`Socket: ${socket}`]),
    ...(failure === null ? [] : [`Failed: ${failure.stage}, ${failure.code}${proxy}`]),
    '',
    'Request',
    ...message(
      `${request.method} ${request.url}`,
      request.headers,
      request.body === null ? [] : [request.body],
    ),
    '',
    'Answer',
    ...answerLines(trace),
  ];
}
