import { z } from 'zod';

import { err, ok, type Result } from '../contract/result';
import { roles, type Role } from '../contract/transfer';
import { canonicalAddress } from './address';
import { memberActions, nodeActions, type CallEvent } from './call';

const jsonObject = z.record(z.string(), z.unknown());
type Params = z.infer<typeof jsonObject>;

const mandatory = (param: string): string => `${param} is a mandatory param.`;
const invalid = (param: string, type: string): string =>
  `Invalid value provided for ${param}. ${param} expects a/an ${type}.`;
const addressType = 'phone number or SIP address';

/** What a POST on the node asks for, or Plivo's words for what is wrong with it. */
export function readNodeAction(body: string): Result<CallEvent, string> {
  const params = readJson(body);
  if (!params.ok) return params;
  const action = readOneOf(params.value, 'action', nodeActions);
  if (!action.ok) return action;
  const to = readAddress(params.value, 'to');
  if (!to.ok) return to;
  const role = readRole(params.value);
  if (!role.ok) return role;
  const triggerSource = readAddress(params.value, 'trigger_source');
  if (!triggerSource.ok) return triggerSource;
  return ok({
    kind: action.value,
    to: to.value,
    role: role.value,
    triggerSource: triggerSource.value,
  });
}

/** What a POST on a member asks for; `member` is the decoded address of its path. */
export function readMemberAction(body: string, member: string): Result<CallEvent, string> {
  const params = readJson(body);
  if (!params.ok) return params;
  const action = readOneOf(params.value, 'action', memberActions);
  if (!action.ok) return action;
  const address = canonicalAddress(member);
  if (address === null) return err(invalid('member_address', addressType));
  return ok({ kind: action.value, member: address });
}

function readJson(body: string): Result<Params, string> {
  try {
    const params = jsonObject.safeParse(JSON.parse(body));
    return params.success ? ok(params.data) : err('The request body expects a JSON object.');
  } catch {
    return err('The request body is not valid JSON.');
  }
}

function readText(params: Params, param: string): Result<string, string> {
  const value = params[param];
  if (value === undefined || value === null || value === '') return err(mandatory(param));
  return typeof value === 'string' ? ok(value) : err(invalid(param, 'string'));
}

function readAddress(params: Params, param: string): Result<string, string> {
  const text = readText(params, param);
  if (!text.ok) return text;
  const address = canonicalAddress(text.value);
  return address === null ? err(invalid(param, addressType)) : ok(address);
}

/** The one parameter that has a default. */
function readRole(params: Params): Result<Role, string> {
  return params['role'] === undefined ? ok('agent') : readOneOf(params, 'role', roles);
}

function readOneOf<T extends string>(
  params: Params,
  param: string,
  values: readonly T[],
): Result<T, string> {
  const text = readText(params, param);
  if (!text.ok) return text;
  const known = values.find((value) => value === text.value);
  return known === undefined ? err(invalid(param, `value of ${values.join(', ')}`)) : ok(known);
}
