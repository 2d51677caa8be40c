import { randomUUID } from 'node:crypto';

import { unreachable, type Result } from '../contract/result';
import {
  errorIn2xxAnswer,
  jsonAnswer,
  reasonAnswer,
  takenAnswer,
  unauthorizedAnswer,
  type Answer,
} from './answers';
import { readMemberAction, readNodeAction } from './bodies';
import type { CallEvent, CallRefusal } from './call';
import { isAuthorized, type PracticeCredentials } from './credentials';
import { practiceDestinations } from './destinations';
import { routeOf } from './routes';
import { planOf, type Plan, type Scenario, type ScenarioSettings } from './scenarios';

/** What a request meets: the line's ids and credentials, its call, and how it is to behave. */
export interface Line {
  readonly credentials: PracticeCredentials;
  readonly phloId: string;
  readonly nodeId: string;
  /** ISO time at which the line was made. */
  readonly createdOn: string;
  readonly apply: (event: CallEvent) => Result<null, CallRefusal>;
  readonly scenario: Scenario;
  readonly settings: ScenarioSettings;
}

interface WholeRequest {
  readonly method: string;
  readonly target: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What is to be done with the connection. Times in milliseconds. */
export type Handling =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly afterMs: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'drop' };

/**
 * Decides on a request that was read whole. The call has moved, where it moves, when this returns:
 * a late answer is late in being said only. The Content-Type is not asked, because Plivo's own curl
 * example sends its JSON as a form.
 */
export function dispatch(request: WholeRequest, line: Line): Handling {
  const route = routeOf(request.method, request.target);
  if (route.kind === 'unknown-path') return answer(reasonAnswer(404, 'Not found.'));
  if (route.kind === 'wrong-method') {
    return answer(reasonAnswer(405, 'Method not allowed.', 'error', { Allow: route.allow }));
  }
  if (!isAuthorized(request.authorization, line.credentials)) {
    return answer(unauthorizedAnswer(line.scenario === '401-text' ? 'text' : 'error'));
  }
  if (route.phloId !== line.phloId) {
    return answer(reasonAnswer(404, 'PHLO not found or not deployed.'));
  }
  if (route.kind === 'read-phlo') return answer(phloAnswer(line));
  if (route.nodeId !== line.nodeId) return answer(reasonAnswer(404, 'Node not found.'));
  switch (route.kind) {
    case 'read-node':
      return answer(nodeAnswer(line));
    case 'node-action':
      return post(readNodeAction(request.body), 201, line);
    case 'member-action':
      return post(readMemberAction(request.body, route.member), 200, line);
    default:
      return unreachable(route);
  }
}

const answer = (value: Answer, afterMs = 0): Handling => ({
  kind: 'answer',
  answer: value,
  afterMs,
});

function post(event: Result<CallEvent, string>, taken: 200 | 201, line: Line): Handling {
  const plan = planOf(line.scenario, line.settings);
  switch (plan.kind) {
    case 'take':
      return take(event, taken, plan, line);
    case 'refuse-in-2xx':
      return answer(errorIn2xxAnswer(taken, plan.reason, line.settings.reasonShape ?? 'error'));
    case 'refuse':
      return answer(plan.answer);
    case 'fail':
      moveUnseen(event, line);
      return answer(plan.answer);
    case 'never':
    case 'drop':
      moveUnseen(event, line);
      return { kind: plan.kind };
    default:
      return unreachable(plan);
  }
}

function take(
  event: Result<CallEvent, string>,
  taken: 200 | 201,
  plan: Extract<Plan, { kind: 'take' }>,
  line: Line,
): Handling {
  const shape = line.settings.reasonShape ?? 'error';
  const refuse = (reason: string): Handling =>
    answer(reasonAnswer(400, reason, shape), plan.afterMs);
  if (!event.ok) return refuse(event.error);
  const rehearsed = rehearsal(event.value);
  if (rehearsed === 'refuses') {
    return refuse('Invalid value provided for to. to expects a/an reachable destination.');
  }
  if (rehearsed === 'times-out') {
    moveUnseen(event, line);
    return { kind: 'never' };
  }
  const moved = line.apply(event.value);
  if (moved.ok) return answer(takenAnswer(taken), plan.afterMs);
  const reason = refusalText(moved.error);
  return plan.offCall === '4xx'
    ? refuse(reason)
    : answer(errorIn2xxAnswer(taken, reason, shape), plan.afterMs);
}

/** The call moves although the client is not told so, where the settings ask for that. */
function moveUnseen(event: Result<CallEvent, string>, line: Line): void {
  if (event.ok && line.settings.lostMovesCall) line.apply(event.value);
}

function rehearsal(event: CallEvent): 'picks-up' | 'refuses' | 'times-out' {
  if (!('to' in event)) return 'picks-up';
  const known = practiceDestinations.find((destination) => destination.address === event.to);
  return known?.rehearses ?? 'picks-up';
}

function refusalText(refusal: CallRefusal): string {
  switch (refusal.code) {
    case 'not-on-call':
      return `${refusal.address} is not on a live call.`;
    case 'not-an-agent':
      return `${refusal.address} is not an agent of this call.`;
    case 'already-on-call':
      return `${refusal.address} is already on this call.`;
    case 'not-while':
      return `${refusal.address} can not do this while ${refusal.state}.`;
    case 'transfer-under-way':
      return 'A transfer is already under way.';
    case 'no-transfer':
      return `${refusal.address} has no transfer to abort.`;
    case 'call-full':
      return 'The call has as many members as it can take.';
    default:
      return unreachable(refusal);
  }
}

function phloAnswer(line: Line): Answer {
  return jsonAnswer(200, {
    api_id: randomUUID(),
    phlo_id: line.phloId,
    name: 'Practice PHLO',
    created_on: line.createdOn,
  });
}

function nodeAnswer(line: Line): Answer {
  return jsonAnswer(200, {
    api_id: randomUUID(),
    node_id: line.nodeId,
    phlo_id: line.phloId,
    name: 'Practice call',
    node_type: 'multi_party_call',
    created_on: line.createdOn,
  });
}
