import type { Notice } from '../contract/notices';
import { unreachable } from '../contract/result';

/** One thing that is wrong in a document. Never quotes a value: a value may be a secret. */
export interface ConfigFault {
  /** Line and column count from 1; the column in UTF-16 units, as editors count. */
  readonly line: number;
  readonly column: number;
  /** Path of the key, such as `enforced.lines[1].apiBaseUrl`; null for the whole document. */
  readonly key: string | null;
  /** What was expected there, as it follows the word "expected". */
  readonly expected: string;
}

/** Why the rights of a file speak against it. */
type UnsafeReason = 'symbolic-link' | 'not-a-file' | 'other-owner' | 'writable-by-others';

/** Why a configuration file was not taken at all. */
export type ConfigError =
  | { readonly code: 'config-absent'; readonly file: string }
  | { readonly code: 'config-unreadable'; readonly file: string; readonly expected: string }
  | {
      readonly code: 'config-unsafe';
      readonly file: string;
      readonly reason: UnsafeReason;
      readonly expected: string;
    }
  | {
      readonly code: 'config-malformed';
      readonly file: string;
      readonly faults: readonly [ConfigFault, ...ConfigFault[]];
    };

/** A line of an error: a file, a place in it where there is one, and what was expected. */
export interface ConfigComplaint {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly key: string | null;
  readonly expected: string;
}

const absent = 'a file, and there is none';

/** A fault with the file that it is in. */
export function faultComplaint(file: string, fault: ConfigFault): ConfigComplaint {
  const { line, column, key, expected } = fault;
  return { file, line, column, key, expected };
}

/** Everything that an error says: of a malformed file every fault. */
export function configComplaints(error: ConfigError): readonly ConfigComplaint[] {
  const whole = { file: error.file, line: null, column: null, key: null };
  switch (error.code) {
    case 'config-absent':
      return [{ ...whole, expected: absent }];
    case 'config-unreadable':
    case 'config-unsafe':
      return [{ ...whole, expected: error.expected }];
    case 'config-malformed':
      return error.faults.map((fault) => faultComplaint(error.file, fault));
    default:
      return unreachable(error);
  }
}

/** A complaint in one line of a terminal: `FILE:LINE:COLUMN: KEY: expected …`. */
export function complaintText({ file, line, column, key, expected }: ConfigComplaint): string {
  const place = line === null ? '' : `:${line}:${column ?? 1}`;
  return `${file}${place}: ${key === null ? '' : `${key}: `}expected ${expected}`;
}

/** The error for a terminal: one line for each fault. */
export function configErrorText(error: ConfigError): string {
  return configComplaints(error).map(complaintText).join('\n');
}

/**
 * The error for a window. Of a malformed file the first fault is shown, with how many there are.
 * @param kept whether an earlier content of the file is still in force
 */
export function configErrorNotice(error: ConfigError, kept = false): Notice {
  const { file } = error;
  const inForce: Notice['params'] = kept ? { kept: 'yes' } : {};
  switch (error.code) {
    case 'config-absent':
      return { code: 'config-unreadable', params: { file, expected: absent, ...inForce } };
    case 'config-unreadable':
      return { code: error.code, params: { file, expected: error.expected, ...inForce } };
    case 'config-unsafe': {
      const { reason, expected } = error;
      return { code: error.code, params: { file, reason, expected, ...inForce } };
    }
    case 'config-malformed': {
      const [{ line, column, key, expected }] = error.faults;
      const count = error.faults.length;
      return {
        code: error.code,
        params: { file, line, column, key: key ?? '', expected, count, ...inForce },
      };
    }
    default:
      return unreachable(error);
  }
}
