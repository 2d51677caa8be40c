import { unreachable } from '../contract/result';
import { reasonAnswer, unauthorizedAnswer, type Answer, type ReasonShape } from './answers';

/** How POSTs are answered. GETs are answered as they are in every scenario. */
export const scenarios = [
  'accepted',
  'off-call-4xx',
  'error-in-2xx',
  '400',
  '401-json',
  '401-text',
  '403',
  '404',
  '429',
  '429-retry-after',
  '500',
  '502',
  '503',
  'slow',
  'never',
  'drop',
] as const;
export type Scenario = (typeof scenarios)[number];

/** Each scenario in words, for `--help`. */
export const scenarioWords: Readonly<Record<Scenario, string>> = {
  accepted: 'takes every valid action; the practice destinations rehearse their outcomes',
  'off-call-4xx': 'as accepted; what the call refuses is a 400 and not a 2xx with an error',
  'error-in-2xx': '2xx with a non-empty error',
  '400': 'missing or invalid parameter',
  '401-json': 'wrong credentials, said in JSON',
  '401-text': 'wrong credentials, said in plain text',
  '403': 'PHLO not enabled',
  '404': 'PHLO not found',
  '429': 'rate limit, without Retry-After',
  '429-retry-after': 'rate limit, with Retry-After',
  '500': 'server error, said in JSON',
  '502': 'bad gateway, said in HTML',
  '503': 'unavailable, said in plain text',
  slow: 'as accepted, and answers late',
  never: 'the answer never comes',
  drop: 'the connection is dropped after the body was read',
};

/** What can be set about scenarios. */
export interface ScenarioSettings {
  /** Milliseconds after which `slow` answers. */
  readonly slowMs: number;
  /** Seconds that `429-retry-after` asks to wait. */
  readonly retryAfterSeconds: number;
  /** Where reasons stand; null: where each scenario puts them. */
  readonly reasonShape: ReasonShape | null;
  /**
   * Whether the call moves all the same where the client cannot know it: 5xx, never, drop, and a
   * destination that times out.
   */
  readonly lostMovesCall: boolean;
}

export const defaultScenarioSettings: ScenarioSettings = {
  slowMs: 3000,
  retryAfterSeconds: 5,
  reasonShape: null,
  lostMovesCall: false,
};

/** What a scenario makes of a POST before the call is asked. */
export type Plan =
  /** The call decides. `offCall`: how a refusal by the call is answered. */
  | {
      readonly kind: 'take';
      readonly afterMs: number;
      readonly offCall: '4xx' | 'error-in-2xx';
    }
  | { readonly kind: 'refuse-in-2xx'; readonly reason: string }
  | { readonly kind: 'refuse'; readonly answer: Answer }
  /** An answer after which the client cannot know what happened. */
  | { readonly kind: 'fail'; readonly answer: Answer }
  | { readonly kind: 'never' }
  | { readonly kind: 'drop' };

/**
 * The plan of a scenario. Whether a transfer without a live call is a 4xx or a 2xx with an error is
 * documented nowhere, so each is a scenario; a 2xx is the default, being the one that is misread.
 */
export function planOf(scenario: Scenario, settings: ScenarioSettings): Plan {
  const say = (status: number, reason: string, shape: ReasonShape, headers = {}): Answer =>
    reasonAnswer(status, reason, settings.reasonShape ?? shape, headers);
  const refuse = (answer: Answer): Plan => ({ kind: 'refuse', answer });
  const fail = (answer: Answer): Plan => ({ kind: 'fail', answer });
  const limited = 'Rate limit exceeded: 300 requests in 5 seconds.';
  switch (scenario) {
    case 'accepted':
      return { kind: 'take', afterMs: 0, offCall: 'error-in-2xx' };
    case 'off-call-4xx':
      return { kind: 'take', afterMs: 0, offCall: '4xx' };
    case 'slow':
      return { kind: 'take', afterMs: settings.slowMs, offCall: 'error-in-2xx' };
    case 'error-in-2xx':
      return { kind: 'refuse-in-2xx', reason: 'The multi-party call could not be changed.' };
    case '400':
      return refuse(say(400, 'to is a mandatory param.', 'error'));
    case '401-json':
      return refuse(unauthorizedAnswer('error'));
    case '401-text':
      return refuse(unauthorizedAnswer('text'));
    case '403':
      return refuse(say(403, 'PHLO is not enabled for this account.', 'error'));
    case '404':
      return refuse(say(404, 'PHLO not found or not deployed.', 'error'));
    case '429':
      return refuse(say(429, limited, 'error'));
    case '429-retry-after':
      return refuse(
        say(429, limited, 'error', { 'Retry-After': String(settings.retryAfterSeconds) }),
      );
    case '500':
      return fail(say(500, 'Internal server error.', 'error'));
    case '502':
      return fail(say(502, 'Bad gateway', 'html'));
    case '503':
      return fail(say(503, 'Service temporarily unavailable.', 'text'));
    case 'never':
    case 'drop':
      return { kind: scenario };
    default:
      return unreachable(scenario);
  }
}
