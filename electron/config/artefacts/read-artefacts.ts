import { parse as parseDotenv } from 'dotenv';

import { maxArtefactLength, type ArtefactLine } from '../../contract/artefacts';
import { err, ok, type Result } from '../../contract/result';
import { authIdPattern, defaultApiBaseUrl, isAllowedApiBase } from '../../contract/settings';
import { roles, type Role } from '../../contract/transfer';
import { bodyOf } from './body';
import { foundInCurl } from './curl';
import { nothingFound, type Found, type FoundRequest } from './found';
import { nodeAddressOf } from './node-address';
import { fill, plainName } from './placeholders';
import { foundInPostman } from './postman';
import { foundInSnippet } from './snippet';

const mostLines = 100;
const mostPlaceholders = 50;

/** What was found. Holds the token: it goes to the keychain and nowhere else. */
export interface Artefacts {
  readonly lines: readonly ArtefactLine[];
  readonly authId: string | null;
  readonly authToken: string | null;
  /** Names of placeholders that nothing was put in for. */
  readonly placeholders: readonly string[];
}

type ReadError =
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

const isShared = ([name]: Found['variables'][number]) =>
  !['role', 'triggersource'].includes(plainName(name));

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
  if (commands.length > 0) {
    // What one of several says of its own line is not for the others.
    const shared = commands.length === 1 ? snippet.variables : snippet.variables.filter(isShared);
    return { requests: commands, variables: shared };
  }
  return snippet;
}

const lineOfVariables: FoundRequest = {
  name: null,
  url: `${defaultApiBaseUrl}/v1/phlo/{{phlo_id}}/multi_party_call/{{node_id}}`,
  user: null,
  password: null,
  body: null,
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
  return isAllowedApiBase(whole) && whole.length <= 500 ? whole : defaultApiBaseUrl;
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

/** A text that a line may have; a longer one is none of the ids and numbers that there are. */
const bounded = (text: string | null, longest: number): string | null =>
  text === null || text.length > longest ? null : text;

/** How numbers are sent, as far as the artefact's own number shows it: 11 digits have a country code. */
function formatOf(triggerSource: string | null): ArtefactLine['numberFormat'] {
  if (triggerSource?.startsWith('+') === true) return 'e164';
  return /^[1-9]\d{10,14}$/.test(triggerSource ?? '') ? 'digits' : null;
}

/** One line for each node: what a later request to it says fills in what an earlier one left open. */
function mergedLines(lines: readonly ArtefactLine[]): ArtefactLine[] {
  const byNode = new Map<string, ArtefactLine>();
  for (const line of lines) {
    const key = JSON.stringify([line.phloId, line.nodeId, line.apiBaseUrl]);
    byNode.set(key, { ...line, ...withoutNulls(byNode.get(key)) });
  }
  return [...byNode.values()];
}

/**
 * Reads a line and the sign-in out of what Plivo's users have: a Postman collection, item or
 * environment, a curl command, a program that calls the API, a `.env` file. Several texts are read
 * together: an environment fills in a collection's variables. Nothing is guessed: what is a
 * placeholder or missing comes back as null, and is named.
 */
export function readArtefacts(texts: readonly string[]): Result<Artefacts, ReadError> {
  if (texts.reduce((sum, text) => sum + text.length, 0) > maxArtefactLength) {
    return err({ code: 'artefact-too-large' });
  }
  const found = texts.map((text) => (text.trim() === '' ? nothingFound : foundIn(text)));
  const values = valuesOf(found);
  const missing = new Set<string>();
  const complete = filler(values, missing);
  // The address as a whole may be a variable: {{base_url}}/v1/phlo/…
  const toTheApi = found
    .flatMap((part) => part.requests)
    .flatMap((request) => {
      const address = nodeAddressOf(request.url);
      return address === null ? [] : [{ ...request, address }];
    });
  const lines = mergedLines(
    toTheApi.map(({ name, address, body }) => {
      const { trigger_source, role } = bodyOf(body);
      const own = bounded(complete(trigger_source ?? values.get('triggersource')), 256);
      return {
        name: name?.trim().slice(0, 100) || null,
        phloId: bounded(complete(address.phloId), 200),
        nodeId: bounded(complete(address.nodeId), 200),
        apiBaseUrl: baseOf(complete(address.base)),
        triggerSource: own,
        role: role ?? roleOf(values.get('role')),
        numberFormat: formatOf(own),
      };
    }),
  );
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
