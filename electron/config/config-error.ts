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
type UnsafeReason = 'symbolic-link' | 'not-a-file' | 'writable-by-others';

/** Why a configuration file was not taken at all. */
export type ConfigError =
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

function faultText(file: string, fault: ConfigFault): string {
  const key = fault.key === null ? '' : `${fault.key}: `;
  return `${file}:${fault.line}:${fault.column}: ${key}expected ${fault.expected}`;
}

/** The error for a terminal: one line for each fault, `FILE:LINE:COLUMN: KEY: expected …`. */
export function configErrorText(error: ConfigError): string {
  switch (error.code) {
    case 'config-unreadable':
    case 'config-unsafe':
      return `${error.file}: expected ${error.expected}`;
    case 'config-malformed':
      return error.faults.map((fault) => faultText(error.file, fault)).join('\n');
    default:
      return unreachable(error);
  }
}

/** The error for a window. Of a malformed file the first fault is shown, with how many there are. */
export function configErrorNotice(error: ConfigError): Notice {
  switch (error.code) {
    case 'config-unreadable':
      return { code: error.code, params: { file: error.file, expected: error.expected } };
    case 'config-unsafe':
      return {
        code: error.code,
        params: { file: error.file, reason: error.reason, expected: error.expected },
      };
    case 'config-malformed': {
      const [first] = error.faults;
      return {
        code: error.code,
        params: {
          file: error.file,
          line: first.line,
          column: first.column,
          key: first.key ?? '',
          expected: first.expected,
          count: error.faults.length,
        },
      };
    }
    default:
      return unreachable(error);
  }
}
