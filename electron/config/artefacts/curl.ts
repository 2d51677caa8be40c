import { parse } from 'shell-quote';

import { basicSignIn, splitSignIn, type BasicSignIn } from './basic';
import type { FoundRequest } from './found';
import { userOf } from './node-address';

/** Long options that take a value; of most of them it is of no interest here. */
const withValue = new Set(
  '--output --user-agent --referer --cookie --cookie-jar --max-time --proxy --proxy-user --cert --key --cacert --capath --connect-timeout --retry --resolve --connect-to --interface --write-out --form --upload-file --config --request --user --header --url --data --data-raw --data-binary --data-ascii --json'.split(
    ' ',
  ),
);
const bodyOptions = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--json',
]);
/** The letters of the short options that take a value, as curl's manual has them. */
const letterWithValue = /[ACDEFHKPQTUXYbcdemortuwxyz]/;

/** Lines that go on: by a backslash in a shell, ^ at a Windows prompt, ` in PowerShell. */
const joined = (command: string) => command.replaceAll(/[\\^`]\r?\n[ \t]*/g, ' ');

/** What Chromium copies for a Windows prompt has a ^ before every character that is no letter. */
const withoutCarets = (command: string) =>
  command.includes('^"') ? command.replaceAll(/\^([^\w\s])/g, '$1') : command;

/** A text that no shell would take has no words. */
function parsedWords(command: string): ReturnType<typeof parse> {
  try {
    return parse(withoutCarets(joined(command)), (name) => `{{${name}}}`);
  } catch {
    return [];
  }
}

/** The words of a command. A variable becomes a placeholder, a pattern stays the text it was. */
function wordsOf(command: string): string[] {
  return parsedWords(command).flatMap((word) => {
    if (typeof word === 'string') return [word];
    if ('pattern' in word) return [word.pattern];
    return 'op' in word ? ['\0'] : [];
  });
}

/** The value of a header `Authorization: …`, or null. */
const authorisationOf = (header: string): string | null =>
  /^authorization:(.*)$/is.exec(header)?.[1] ?? null;

/**
 * The options of a command with their values, and what is no option as `--url`. One-letter options
 * may stand together, as in `-sSu ID:TOKEN`, and the value right behind the letter.
 */
function* optionsOf(words: readonly string[]): Generator<readonly [name: string, value: string]> {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    if (word.startsWith('--')) {
      if (!withValue.has(word)) continue;
      yield [word, next];
      at += 1;
    } else if (word.startsWith('-')) {
      const place = word.slice(1).search(letterWithValue) + 1;
      if (place === 0) continue;
      const behind = word.slice(place + 1);
      yield [`-${word.charAt(place)}`, behind === '' ? next : behind];
      if (behind === '') at += 1;
    } else {
      yield ['--url', word];
    }
  }
}

function requestOf(words: readonly string[]): FoundRequest | null {
  let url: string | null = null;
  let credentials: BasicSignIn | null = null;
  let body: string | null = null;
  for (const [name, value] of optionsOf(words)) {
    if (name === '-u' || name === '--user') credentials = splitSignIn(value);
    else if (name === '-H' || name === '--header') {
      credentials ??= basicSignIn(authorisationOf(value) ?? '');
    } else if (bodyOptions.has(name)) body = value;
    else if (name === '--url') url ??= value;
  }
  if (url === null) return null;
  const inUrl = userOf(url);
  return {
    name: null,
    url,
    user: credentials?.user ?? inUrl?.user ?? null,
    password: credentials?.password ?? inUrl?.password ?? null,
    body,
  };
}

/**
 * The parts of a text, each from the line on which a command begins: an apostrophe in the sentence
 * before it opens no quote, and a comment ends no more than one command. Without lines of comments.
 */
function partsOf(text: string): string[] {
  return text
    .replaceAll(/^[ \t]*#.*$/gm, '')
    .replaceAll(/^[ \t]*[$>][ \t]+(?=curl)/gm, '')
    .split(/^(?=[ \t]*(?:\S*[\\/])?curl(?:\.exe)?\s)/im);
}

function requestsIn(part: string): (FoundRequest | null)[] {
  const commands: string[][] = [];
  for (const word of wordsOf(part)) {
    if (/(?:^|[\\/])curl(?:\.exe)?$/i.test(word)) commands.push([]);
    else if (word === '\0') commands.push(['\0']);
    else commands.at(-1)?.push(word);
  }
  return commands.filter(([first]) => first !== '\0').map(requestOf);
}

/** The requests of the curl commands in a text, as a person copies them from documents. */
export function foundInCurl(text: string): FoundRequest[] {
  return partsOf(text)
    .flatMap(requestsIn)
    .filter((request) => request !== null);
}
