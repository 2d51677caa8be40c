import fc from 'fast-check';

import type { Outcome } from '../../../electron/contract/transfer';
import {
  failureCodes,
  type Answer,
  type Evidence,
  type Failure,
  type FailureStage,
  type Steps,
} from '../../../electron/plivo/evidence';

/** What a 2xx with this body says. */
type Meaning = 'yes' | 'no' | 'unclear';

interface Body {
  readonly text: string | null;
  readonly meaning: Meaning;
}

/** Evidence, and the outcome that follows from how it was made. */
export interface Sample {
  readonly evidence: Evidence;
  readonly outcome: Outcome;
}

type Field = readonly [key: string, value: unknown];

const blank = fc.constantFrom(undefined, null, '', ' ', '\n\t ');
const visible = fc.constantFrom('8c77b816-d621-4028-afc8-1aeab1d497a8', 'x', 'é!', 'a\u0000b');
const invisible = fc.constantFrom('', ' ', '\u0000', 'é\n', '漢字');

/** Values of `error`, each with what it says. */
const errorValue: fc.Arbitrary<readonly [unknown, Meaning]> = fc.oneof(
  { weight: 4, arbitrary: blank.map((value) => [value, 'yes'] as const) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        fc.constantFrom('no live call', 'x', '0', 'null', '<b>no</b>', 'x'.repeat(5_000)),
        fc.integer({ min: 1 }),
        fc.constant(true),
        fc.constant(['no']),
        fc.constant({ message: 'no' }),
        fc.constant({ code: 5 }),
      )
      .map((value) => [value, 'no'] as const),
  },
  fc.constantFrom<unknown[]>(false, 0, {}, []).map((value) => [value, 'unclear'] as const),
);

const apiIdValue: fc.Arbitrary<readonly [unknown, Meaning]> = fc.oneof(
  { weight: 5, arbitrary: visible.map((value) => [value, 'yes'] as const) },
  { weight: 1, arbitrary: invisible.map((value) => [value, 'unclear'] as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<unknown[]>(undefined, null, 5, true, ['x'], {})
      .map((value) => [value, 'unclear'] as const),
  },
);

/** Fields that say nothing of the transfer, though they look like it. */
const otherField: fc.Arbitrary<Field> = fc.tuple(
  fc.constantFrom('message', 'data', 'Error', 'API_ID', '__proto__', 'constructor', 'é"\\', ''),
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('no', ':', '{', '","error":"no', { error: 'no', api_id: 'x' }),
  ),
);

/** `error` may be written with escapes, which changes nothing. */
const written = (key: string, escaped: boolean) =>
  escaped
    ? `"${[...key].map((c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('')}"`
    : JSON.stringify(key);

function objectText(fields: readonly Field[], escaped: boolean, gap: string): string {
  const parts = fields
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const isAscii = /^[ -~]*$/.test(key);
      return `${gap}${written(key, escaped && isAscii)}${gap}:${gap}${JSON.stringify(value)}${gap}`;
    });
  return `{${parts.join(',')}}`;
}

const objectBody: fc.Arbitrary<Body> = fc
  .record({
    error: errorValue,
    apiId: apiIdValue,
    others: fc.array(otherField, { maxLength: 3 }),
    again: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.constantFrom('error', 'api_id'),
          fc.constantFrom<unknown[]>('', null, 'x'),
        ),
      },
    ),
    order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    escaped: fc.boolean(),
    gap: fc.constantFrom('', ' ', '\r\n '),
  })
  .map(({ error, apiId, others, again, order, escaped, gap }) => {
    const own: Field[] = [
      ['error', error[0]],
      ['api_id', apiId[0]],
    ];
    const fields = [...own, ...others, ...(again === null ? [] : [again])]
      .map((field, index) => [order[index] ?? 0, field] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, field]) => field);
    const isTwice =
      again !== null && own.some(([key, value]) => key === again[0] && value !== undefined);
    const lateError = again !== null && again[0] === 'error' && error[0] === undefined;
    const lateId = again !== null && again[0] === 'api_id' && apiId[0] === undefined;
    const says = lateError ? (again[1] === 'x' ? 'no' : 'yes') : error[1];
    const isNamed = lateId ? again[1] === 'x' : apiId[1] === 'yes';
    const accepted = isNamed ? 'yes' : 'unclear';
    return {
      text: objectText(fields, escaped, gap),
      meaning: isTwice ? 'unclear' : says === 'yes' ? accepted : says,
    };
  });

/** Bodies that are no JSON object. */
const otherBody: fc.Arbitrary<Body> = fc
  .oneof(
    fc.constantFrom(null, '', 'null', '5', '"x"', 'true', '[]', '<html>no</html>', 'accepted'),
    objectBody.map(({ text }) => `[${text}]`),
    objectBody.map(({ text }) => text?.slice(0, -1) ?? null),
    objectBody.map(({ text }) => `${text}}`),
    fc.constant(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    fc.string().map((text) => `?${text}`),
  )
  .map((text) => ({ text, meaning: 'unclear' }));

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(200, 201, 202, 203, 206, 299) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[0, 100, 101, 199, 204, 205, 300, 304, 307, 399, 400, 401, 403, 404],
      ...[407, 408, 413, 429, 499, 500, 503, 599, 600, 999],
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 999 }) },
);

const answerAndMeaning = fc
  .record({
    status,
    body: fc.oneof({ weight: 4, arbitrary: objectBody }, { weight: 1, arbitrary: otherBody }),
    retryAfter: fc.constantFrom(null, '5', '-1', 'soon', 'Tue, 04 Mar 2025 05:06:37 GMT'),
    contentType: fc.constantFrom(null, 'application/json', 'text/html'),
  })
  .map(({ body, ...head }) => ({
    answer: { ...head, date: null, text: body.text, truncated: false } satisfies Answer,
    meaning: body.meaning,
  }));

const failure: fc.Arbitrary<Failure> = fc.record({
  stage: fc.constantFrom<FailureStage[]>(
    'ca-file',
    'proxy',
    'resolve',
    'connect',
    'secure',
    'hand',
    'exchange',
  ),
  code: fc.constantFrom(
    ...Object.values(failureCodes),
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'ENETUNREACH', 'EPROTO'],
    ...['CERT_HAS_EXPIRED', 'INVALID_CA', 'ERR_TLS_CERT_ALTNAME_INVALID', 'HPE_INVALID_CONSTANT'],
  ),
  proxyStatus: fc.constantFrom(null, 403, 407, 502),
});

const at = fc.nat({ max: 10_000 });
const common = {
  startedAt: fc.constant(1_700_000_000_000),
  socket: fc.constantFrom<Evidence['socket'][]>('fresh', 'opened-ahead', 'kept', null),
  tookMs: at,
};
const earlySteps = {
  resolved: fc.option(at),
  connected: fc.option(at),
  secured: fc.option(at),
};
const steps = (late: { [K in 'handed' | 'firstByte' | 'complete']: fc.Arbitrary<number | null> }) =>
  fc.record<Steps>({ ...earlySteps, ...late });

const evidence = (parts: {
  readonly steps: fc.Arbitrary<Steps>;
  readonly answer: fc.Arbitrary<Answer | null>;
  readonly failure: fc.Arbitrary<Failure | null>;
}): fc.Arbitrary<Evidence> => fc.record<Evidence>({ ...common, ...parts });

const never = fc.constant(null);
const anyAnswer = answerAndMeaning.map(({ answer }) => answer);

/** Nothing was handed to a socket, whatever else the evidence says. */
const neverHanded: fc.Arbitrary<Sample> = evidence({
  steps: steps({ handed: never, firstByte: fc.option(at), complete: fc.option(at) }),
  answer: fc.option(anyAnswer, { freq: 1 }),
  failure: fc.option(failure, { freq: 10 }),
}).map((sample) => ({ evidence: sample, outcome: 'not-sent' }));

/** Handed, and something is missing or wrong, however good the rest looks. */
const broken: fc.Arbitrary<Sample> = fc
  .oneof(
    evidence({
      steps: steps({ handed: at, firstByte: fc.option(at), complete: never }),
      answer: fc.option(anyAnswer),
      failure: fc.option(failure),
    }),
    evidence({
      steps: steps({ handed: at, firstByte: at, complete: at }),
      answer: anyAnswer,
      failure,
    }),
    evidence({
      steps: steps({ handed: at, firstByte: at, complete: at }),
      answer: never,
      failure: fc.option(failure),
    }),
    evidence({
      steps: steps({ handed: at, firstByte: at, complete: at }),
      answer: anyAnswer.map((answer) => ({ ...answer, truncated: true })),
      failure: never,
    }),
  )
  .map((sample) => ({ evidence: sample, outcome: 'unknown' }));

const outcomeByMeaning = { yes: 'accepted', no: 'refused', unclear: 'unknown' } as const;

/** The table of outcomes for an answer that is whole. */
function outcomeOfWhole(answerStatus: number, meaning: Meaning): Outcome {
  const hundreds = Math.floor(answerStatus / 100);
  if (hundreds === 4) return answerStatus === 408 ? 'unknown' : 'refused';
  if (hundreds !== 2 || answerStatus === 204 || answerStatus === 205) return 'unknown';
  return outcomeByMeaning[meaning];
}

const whole: fc.Arbitrary<Sample> = answerAndMeaning.chain(({ answer, meaning }) =>
  evidence({
    steps: steps({ handed: at, firstByte: at, complete: at }),
    answer: fc.constant(answer),
    failure: never,
  }).map((sample) => ({
    evidence: sample,
    outcome: outcomeOfWhole(answer.status, meaning),
  })),
);

/** Evidence of every kind, much of it from whole answers. */
export const samples: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 2, arbitrary: neverHanded },
  { weight: 2, arbitrary: broken },
  { weight: 5, arbitrary: whole },
);
