import type { Arguments } from '../cli/arguments';
import type { CommandResult } from '../cli/history-commands';
import type { DisplayReading } from '../doctor/checks/desktop';
import type { DiagnosticsRequest } from './diagnose';

/** What is done in a thread while everything else waits: commands that need no display. */
export type ThreadWork =
  | { readonly role: 'history-commands'; readonly options: Arguments; readonly journal: string }
  | { readonly role: 'read-display' }
  | { readonly role: 'diagnose'; readonly request: DiagnosticsRequest };

export type ThreadRole = ThreadWork['role'];

/** What comes of each. */
export interface ThreadReplies {
  readonly 'history-commands': CommandResult;
  readonly 'read-display': DisplayReading;
  readonly diagnose: CommandResult<0 | 1 | 2>;
}
