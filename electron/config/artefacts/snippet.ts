import { authIdPattern } from '../../contract/settings';
import { assignedLines } from './assigned-lines';
import { basicSignIn } from './basic';
import type { Found, FoundRequest } from './found';
import { nodeAddressOf, userOf } from './node-address';

/** Longest address that is looked at; without a bound a text without spaces would take for ever. */
const longestAddress = 2000;

/** The nodes' addresses anywhere in a text, up to the quote, bracket or space that ends each. */
function addressesIn(text: string): string[] {
  const words = text.match(/[^\s"'`\\()|,;]+/g) ?? [];
  const addresses = words.filter(
    (word) => word.length <= longestAddress && nodeAddressOf(word) !== null,
  );
  return [...new Set(addresses)];
}

/** `name = "value"`, `"name": "value"`, `NAME=value` and their like, escaped quotes too. */
const assignment =
  /\b(?:plivo[_-]?)?(auth[_ -]?id|auth[_ -]?token|phlo[_ -]?id|node[_ -]?id|multi[_ -]?party[_ -]?call[_ -]?id|trigger[_ -]?source|role)\b\\?["'`]?\]?\s*(?:=>|:=|=|:)\s*\\?["'`]([^"'`\\\r\n]{1,300})\\?["'`]/gi;

const quoted = `\\s*\\\\?["'\`]([^"'\`\\\\\\r\\n]{1,300})\\\\?["'\`]`;
/** Calls of the SDKs and of HTTP libraries that take what is looked for as an argument. */
const calls: readonly (readonly [pattern: RegExp, ...names: readonly string[]])[] = [
  [
    new RegExp(
      `(?:phlo_?client|rest_?client|phlo_?rest_?client|plivo\\.client|plivoapi|phloapi|\\bphlo\\.new|plivo\\.init)\\w*(?:\\.new)?\\s*\\(${quoted}\\s*,${quoted}`,
      'gi',
    ),
    'auth_id',
    'auth_token',
  ],
  [
    new RegExp(
      `(?:\\bauth\\s*=\\s*(?:HTTPBasicAuth)?|basic_?auth)\\s*\\(?${quoted}\\s*,${quoted}`,
      'gi',
    ),
    'auth_id',
    'auth_token',
  ],
  [new RegExp(`\\bphlos?(?:\\.|->)get(?:ter)?\\s*\\(${quoted}`, 'gi'), 'phlo_id'],
  [new RegExp(`\\bphlo\\s*\\(${quoted}`, 'gi'), 'phlo_id'],
  [new RegExp(`\\bmulti_?party_?call(?:(?:\\.|->)get)?\\s*\\(${quoted}`, 'gi'), 'node_id'],
  [
    new RegExp(`\\bmulti_?party_?call\\.getter\\s*\\(${quoted}\\s*,${quoted}`, 'gi'),
    'phlo_id',
    'node_id',
  ],
  [new RegExp(`\\bput_Login\\s*\\(${quoted}`, 'gi'), 'auth_id'],
  [new RegExp(`\\bput_Password\\s*\\(${quoted}`, 'gi'), 'auth_token'],
  [new RegExp(`\\.Login\\s*=${quoted}`, 'gi'), 'auth_id'],
  [new RegExp(`\\.Password\\s*=${quoted}`, 'gi'), 'auth_token'],
];

function variablesIn(text: string): [name: string, value: string][] {
  const assigned = Array.from(text.matchAll(assignment), ([, name = '', value = '']) => {
    const isNode = /^multi/i.test(name);
    return [isNode ? 'node_id' : name, value] as [string, string];
  });
  const passed = calls.flatMap(([pattern, ...names]) =>
    Array.from(text.matchAll(pattern), (match) =>
      names.map((name, at) => [name, match[at + 1] ?? ''] as [string, string]),
    ).flat(),
  );
  // What stands without quotes comes first: a program's own text goes before a line that looks like one.
  return [...assignedLines(text), ...headersIn(text), ...signInsIn(text), ...assigned, ...passed];
}

/** `ID:TOKEN`, or both as user and password, wherever a program, a tool or a note has them. */
function signInsIn(text: string): [name: string, value: string][] {
  const account = '((?:MA|SA)[A-Z0-9]{18})';
  const joined = new RegExp(`(?<![\\w+/])${account}:([^\\s"'\`\\\\@,;(){}[\\]$<>]{1,300})`, 'g');
  const named = new RegExp(
    `\\buser(?:name)?["']?\\s*(?:=>|[:=])\\s*["']${account}["']\\s*,?\\s*["']?pass(?:word)?["']?\\s*(?:=>|[:=])${quoted}`,
    'gi',
  );
  return [joined, named].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ([, user = '', password = '']) => [
      ['auth_id', user] as [string, string],
      ['auth_token', password] as [string, string],
    ]).flat(),
  );
}

/** Headers that somebody has encoded by hand; those of other services are none of ours. */
function headersIn(text: string): [name: string, value: string][] {
  const values = text.match(/\bbasic\s+[A-Za-z0-9+/]{20,1000}=*/gi) ?? [];
  return values.flatMap((value): [name: string, value: string][] => {
    const { user = null, password = null } = basicSignIn(value) ?? {};
    if (user === null || password === null || !authIdPattern.test(user)) return [];
    return [
      ['auth_id', user],
      ['auth_token', password],
    ];
  });
}

/**
 * What a program or a document says of the API: the node's address, and the values next to the
 * names that Plivo's own examples use. An SDK's program has the ids without an address.
 */
export function foundInSnippet(text: string): Found {
  const variables = variablesIn(text);
  const addresses = addressesIn(text);
  const has = (name: string) =>
    variables.some(([key]) => key.replaceAll(/[_ -]/g, '').toLowerCase() === name);
  const urls = addresses.length === 0 && has('phloid') && has('nodeid') ? [sdkAddress] : addresses;
  const requests = urls.map((url): FoundRequest => ({
    name: null,
    url,
    user: userOf(url)?.user ?? null,
    password: userOf(url)?.password ?? null,
    body: null,
  }));
  return { requests, variables };
}

/** Where the SDKs send it; the ids are filled in from the program's values. */
const sdkAddress = 'https://phlorunner.plivo.com/v1/phlo/{{phlo_id}}/multi_party_call/{{node_id}}';
