import type { Arguments } from '../cli/arguments';
import type { Autostart } from './autostart';
import type { Folders } from './folders';
import type { Log } from './log';
import type { Services } from './services';
import type { Updates } from './updates';

/** What there is once Baton has started, before there is a window. */
export interface ProgramParts {
  readonly services: Services;
  readonly autostart: Autostart;
  readonly updates: Updates;
  readonly options: Arguments;
  readonly folders: Folders;
  readonly version: string;
  readonly log: Log;
}
