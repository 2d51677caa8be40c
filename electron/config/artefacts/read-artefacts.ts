import { parse as parseDotenv } from 'dotenv';

import { maxArtefactLength, maxArtefacts, type ArtefactLine } from '../../contract/artefacts';
import { err, ok, type Result } from '../../contract/result';
import { defaultApiBaseUrl, isAllowedApiBase } from '../../contract/settings';
import { roles, type Role } from '../../contract/transfer';
import { bodyOf } from './body';
import { foundInCurl } from './curl';
import { nothingFound, type Found, type FoundRequest } from './found';
import { nodeAddressOf } from './node-address';
import { fill, fillKnown, plainName } from './placeholders';
import { foundInPostman } from './postman';
import { signInFrom, type FoundSignIn } from './sign-in';
import { foundInSnippet } from './snippet';
import { accountsNamed, valuesOf } from './values';

const mostLines = 100;
const mostPlaceholders = 50;

/** What was found. Holds the token: it goes to the keychain and nowhere else. */
export interface Artefacts extends FoundSignIn {
  readonly lines: readonly ArtefactLine[];
  /** Names of placeholders that nothing was put in for. */
  readonly placeholders: readonly string[];
}

type ReadError =
  | { readonly code: 'artefact-too-large' }
  /** Nothing of Plivo's was recognised in it. */
  | { readonly code: 'artefact-not-recognised' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON, or several documents one below the other, as pasted from several files. */
function json(text: string): unknown {
  const marked = text.replace(/^\uFEFF/, '');
  const whole = parsed(marked);
  if (whole !== undefined) return whole;
  const documents = marked.split(/\n(?=\{)/, maxArtefacts + 1);
  if (documents.length > maxArtefacts) return undefined;
  const read = documents.map(parsed);
  return read.includes(undefined) ? undefined : read;
}

/** The lines that say something: dotenv takes an age over many empty ones. */
const writtenLines = (text: string) =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

/** Lines of NAME=value and nothing else but comments. */
const looksLikeDotenv = (lines: readonly string[]) =>
  lines.every((line) => /^\s*(?:export\s+|set\s+|\$env:)?[A-Za-z_][\w.]*\s*=/i.test(line));

/** In their order, account by account: an object would keep the last of a name alone. */
const dotenvEntries = (text: string): [name: string, value: string][] =>
  text.split(/^(?=.*auth_?id\s*=)/im).flatMap((part) => Object.entries(parseDotenv(part)));

const isShared = ([name]: Found['variables'][number]) =>
  !['role', 'triggersource'].includes(plainName(name));

/** As a word processor, a chat or a web page leaves it: typographic quotes, spaces that do not break. */
const plainText = (text: string) =>
  text
    .replaceAll(/[\u2018\u2019\u201A]/g, "'")
    .replaceAll(/[\u201C-\u201E]/g, '"')
    .replaceAll(/[\u00A0\u202F]/g, ' ');

function foundIn(pasted: string): Found {
  const document = json(pasted);
  const postman = document === undefined ? null : foundInPostman(document);
  if (postman !== null) return postman;
  const text = plainText(pasted);
  const lines = writtenLines(text);
  if (lines.length > 0 && looksLikeDotenv(lines)) {
    const plain = lines.map((line) => line.replace(/^\s*(?:set\s+|\$env:)/i, '')).join('\n');
    const program = foundInSnippet(text);
    const variables = [...program.variables, ...dotenvEntries(plain)];
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
      const address = nodeAddressOf(fillKnown(request.url, values));
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
  const signIn = signInFrom(toTheApi, accountsNamed(found), complete, values);
  const { authId, authToken } = signIn;
  if (lines.length === 0 && authId === null && authToken === null) {
    return err({ code: 'artefact-not-recognised' });
  }
  return ok({
    lines: lines.slice(0, mostLines),
    ...signIn,
    otherAccounts: signIn.otherAccounts.slice(0, mostLines),
    placeholders: [...missing].map((name) => name.slice(0, 100)).slice(0, mostPlaceholders),
  });
}

const withoutNulls = (line: ArtefactLine | undefined): Partial<ArtefactLine> =>
  Object.fromEntries(Object.entries(line ?? {}).filter(([, value]) => value !== null));
