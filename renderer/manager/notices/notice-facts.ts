import {
  credentialErrorCodes,
  type CredentialErrorCode,
} from '../../../electron/contract/credentials';
import type { Notice } from '../../../electron/contract/notices';

const valueFacts = ['file', 'key', 'expected', 'aside', 'mode', 'cause'] as const;

export type Fact =
  | { readonly name: (typeof valueFacts)[number]; readonly value: string }
  | { readonly name: 'place'; readonly line: string; readonly column: string | null }
  /** How many mistakes there are, when the notice shows the first of several. */
  | { readonly name: 'more'; readonly count: number }
  | { readonly name: 'error'; readonly code: CredentialErrorCode };

function isCredentialErrorCode(value: string): value is CredentialErrorCode {
  return credentialErrorCodes.some((code) => code === value);
}

const order: readonly Fact['name'][] = [
  'file',
  'place',
  'key',
  'expected',
  'more',
  'aside',
  'mode',
  'error',
  'cause',
];

/**
 * What a notice knows beside its text, in the order of reading. Each stands by itself, so that one
 * that is missing leaves no hole in a sentence.
 */
export function noticeFacts({ params }: Notice): Fact[] {
  const facts: Fact[] = [];
  const given = (name: string): string | null => {
    const value = params[name];
    return value === undefined || value === '' ? null : String(value);
  };
  for (const name of valueFacts) {
    const value = given(name);
    if (value !== null) facts.push({ name, value });
  }
  const line = given('line');
  if (line !== null) facts.push({ name: 'place', line, column: given('column') });
  const { count } = params;
  if (typeof count === 'number' && count > 1) facts.push({ name: 'more', count });
  const error = given('error');
  if (error !== null && isCredentialErrorCode(error)) facts.push({ name: 'error', code: error });
  return facts.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

/** Whether an earlier content of the file that the notice is about is still in force. */
export function isKept({ params }: Notice): boolean {
  return params['kept'] === 'yes';
}

/** The shortcut that a notice is about, as an accelerator. */
export function noticeShortcut({ params }: Notice): string | null {
  const shortcut = params['shortcut'];
  return typeof shortcut === 'string' && shortcut !== '' ? shortcut : null;
}
