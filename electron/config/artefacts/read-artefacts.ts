import { parse as parseDotenv } from 'dotenv';
import { z } from 'zod';

import { err, ok, type Result } from '../../contract/result';
import { authIdPattern, defaultApiBaseUrl, isAllowedApiBase } from '../../contract/settings';
import { roles, type Role } from '../../contract/transfer';
import { foundInCurl } from './curl';
import { nothingFound, type Found, type FoundRequest } from './found';
import { nodeAddressOf } from './node-address';
import { fill, plainName } from './placeholders';
import { foundInPostman } from './postman';
import { foundInSnippet } from './snippet';

/** Longest text that is read, in UTF-16 units. A collection of the whole API is far below. */
export const maxArtefactLength = 2_000_000;
const mostLines = 100;
const mostPlaceholders = 50;

/** A line as far as the artefacts know it; null: to be filled in by the person. */
export interface ArtefactLine {
  readonly name: string | null;
  readonly phloId: string | null;
  readonly nodeId: string | null;
  readonly apiBaseUrl: string;
  readonly triggerSource: string | null;
  readonly role: Role | null;
}

/** What was found. Holds the token: it goes to the keychain and nowhere else. */
export interface Artefacts {
  readonly lines: readonly ArtefactLine[];
  readonly authId: string | null;
  readonly authToken: string | null;
  /** Names of placeholders that nothing was put in for. */
  readonly placeholders: readonly string[];
}

export type ArtefactError =
  | { readonly code: 'artefact-too-large' }
  /** Nothing of Plivo's was recognised in it. */
  | { readonly code: 'artefact-not-recognised' };

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Lines of NAME=value and nothing else but comments. */
const looksLikeDotenv = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .every((line) => /^\s*(?:export\s+|set\s+|\$env:)?[A-Za-z_][\w.]*\s*=/i.test(line));

function foundIn(text: string): Found {
  const document = json(text);
  const postman = document === undefined ? null : foundInPostman(document);
  if (postman !== null) return postman;
  if (text.trim() !== '' && looksLikeDotenv(text)) {
    const plain = text.replaceAll(/^\s*(?:set\s+|\$env:)/gim, '');
    const program = foundInSnippet(text);
    const variables = [...program.variables, ...Object.entries(parseDotenv(plain))];
    const names = new Set(variables.map(([name]) => plainName(name)));
    const isLine = names.has('phloid') && names.has('nodeid') && program.requests.length === 0;
    return { requests: isLine ? [lineOfVariables] : program.requests, variables };
  }
  const curl = /\bcurl(?:\.exe)?\s/i.test(text) ? foundInCurl(text) : [];
  const commands = curl.filter(({ url }) => nodeAddressOf(url) !== null);
  const snippet = foundInSnippet(text);
  if (commands.length > 0) return { requests: commands, variables: snippet.variables };
  return snippet;
}

const lineOfVariables: FoundRequest = {
  name: null,
  url: `${defaultApiBaseUrl}/v1/phlo/{{phlo_id}}/multi_party_call/{{node_id}}`,
  user: null,
  password: null,
  body: null,
};

const bodySchema = z.object({
  trigger_source: z.string().max(256).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
});

const bodyOf = (body: string | null): z.infer<typeof bodySchema> => {
  const parsed = bodySchema.safeParse(body === null ? undefined : json(body));
  return parsed.success ? parsed.data : {};
};

const roleOf = (value: string | undefined): Role | null =>
  roles.find((role) => role === value) ?? null;

/** Fills texts with the values, and remembers what was missing. */
function filler(values: ReadonlyMap<string, string>, missing: Set<string>) {
  return (text: string | null | undefined): string | null => {
    if (text === null || text === undefined) return null;
    const filled = fill(text, values);
    for (const name of filled.missing) missing.add(name);
    return filled.text;
  };
}

function baseOf(base: string | null): string {
  if (base === null) return defaultApiBaseUrl;
  const whole = /^https?:\/\//i.test(base) ? base : `https://${base}`;
  return isAllowedApiBase(whole) ? whole : defaultApiBaseUrl;
}

/** The last value of a name counts, as in a file that is read from top to bottom. */
function valuesOf(found: readonly Found[]): Map<string, string> {
  const named = found.flatMap(({ variables }) => variables);
  return new Map(
    named
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => [plainName(name), value.trim()] as const),
  );
}

/** The first sign-in that has an Auth ID of the right form; else whatever token there is. */
function signIn(
  requests: readonly FoundRequest[],
  complete: (text: string | null | undefined) => string | null,
  values: ReadonlyMap<string, string>,
): Pick<Artefacts, 'authId' | 'authToken'> {
  const pairs = [
    ...requests.map(({ user, password }) => [complete(user), complete(password)] as const),
    [complete(values.get('authid')), complete(values.get('authtoken'))] as const,
  ];
  const account = pairs.find(([user]) => user !== null && authIdPattern.test(user));
  const authId = account?.[0] ?? null;
  const token = account?.[1] ?? pairs.find(([, password]) => password !== null)?.[1] ?? null;
  return { authId, authToken: token };
}

function isSameLine(a: ArtefactLine, b: ArtefactLine): boolean {
  return a.phloId === b.phloId && a.nodeId === b.nodeId && a.apiBaseUrl === b.apiBaseUrl;
}

/**
 * Reads a line and the sign-in out of what Plivo's users have: a Postman collection, item or
 * environment, a curl command, a program that calls the API, a `.env` file. Several texts are read
 * together: an environment fills in a collection's variables. Nothing is guessed: what is a
 * placeholder or missing comes back as null, and is named.
 */
export function readArtefacts(texts: readonly string[]): Result<Artefacts, ArtefactError> {
  if (texts.reduce((sum, text) => sum + text.length, 0) > maxArtefactLength) {
    return err({ code: 'artefact-too-large' });
  }
  const found = texts.map((text) => (text.trim() === '' ? nothingFound : foundIn(text)));
  const values = valuesOf(found);
  const missing = new Set<string>();
  const complete = filler(values, missing);
  const requests = found.flatMap((part) => part.requests);
  const lines: ArtefactLine[] = [];
  const toTheApi: FoundRequest[] = [];
  for (const request of requests) {
    // The address as a whole may be a variable: {{base_url}}/v1/phlo/…
    const address = nodeAddressOf(request.url);
    if (address === null) continue;
    toTheApi.push(request);
    const body = bodyOf(request.body);
    const line: ArtefactLine = {
      name: request.name?.trim().slice(0, 100) || null,
      phloId: complete(address.phloId),
      nodeId: complete(address.nodeId),
      apiBaseUrl: baseOf(complete(address.base)),
      triggerSource: complete(body.trigger_source ?? values.get('triggersource')),
      role: body.role ?? roleOf(values.get('role')),
    };
    const known = lines.findIndex((other) => isSameLine(other, line));
    if (known < 0) lines.push(line);
    else lines[known] = { ...line, ...withoutNulls(lines[known]) };
  }
  const { authId, authToken } = signIn(toTheApi, complete, values);
  if (lines.length === 0 && authId === null && authToken === null) {
    return err({ code: 'artefact-not-recognised' });
  }
  return ok({
    lines: lines.slice(0, mostLines),
    authId,
    authToken,
    placeholders: [...missing].map((name) => name.slice(0, 100)).slice(0, mostPlaceholders),
  });
}

const withoutNulls = (line: ArtefactLine | undefined): Partial<ArtefactLine> =>
  Object.fromEntries(Object.entries(line ?? {}).filter(([, value]) => value !== null));
