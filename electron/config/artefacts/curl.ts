import { parse } from 'shell-quote';

import { basicSignIn, splitSignIn, type BasicSignIn } from './basic';
import type { FoundRequest } from './found';
import { userOf } from './node-address';

/** Options that take a value which is of no interest here. */
const withValue = new Set(
  '-o --output -A --user-agent -e --referer -b --cookie -c --cookie-jar -m --max-time -x --proxy -U --proxy-user -E --cert --key --cacert --capath --connect-timeout --retry --resolve --connect-to --interface -w --write-out -F --form -T --upload-file -K --config -X --request'.split(
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

/** Lines that go on: by a backslash in a shell, ^ at a Windows prompt, ` in PowerShell. */
const joined = (command: string) => command.replaceAll(/[\\^`]\r?\n[ \t]*/g, ' ');

/** A text that no shell would take has no words. */
function parsedWords(command: string): ReturnType<typeof parse> {
  try {
    return parse(joined(command), (name) => `{{${name}}}`);
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

function requestOf(words: readonly string[]): FoundRequest | null {
  let url: string | null = null;
  let credentials: BasicSignIn | null = null;
  let body: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = words[at + 1] ?? '';
    if (word === '-u' || word === '--user') {
      credentials = splitSignIn(value);
      at += 1;
    } else if (/^-u./.test(word)) {
      credentials = splitSignIn(word.slice(2));
    } else if (word === '-H' || word === '--header') {
      credentials ??= basicSignIn(authorisationOf(value) ?? '');
      at += 1;
    } else if (bodyOptions.has(word)) {
      body = value;
      at += 1;
    } else if (word === '--url') {
      url = value;
      at += 1;
    } else if (withValue.has(word)) {
      at += 1;
    } else if (!word.startsWith('-')) {
      url ??= word;
    }
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

/** The requests of the curl commands in a text, as a person copies them from documents. */
export function foundInCurl(text: string): FoundRequest[] {
  const words = wordsOf(text.replaceAll(/^\s*[$>]\s+(?=curl)/gm, ''));
  const commands: string[][] = [];
  for (const word of words) {
    if (/(?:^|[\\/])curl(?:\.exe)?$/i.test(word)) commands.push([]);
    else if (word === '\0') commands.push(['\0']);
    else commands.at(-1)?.push(word);
  }
  return commands
    .filter(([first]) => first !== '\0')
    .map(requestOf)
    .filter((request) => request !== null);
}
