import type { Arguments } from '../cli/arguments';
import { practiceLineId } from '../config/active-line';
import type { PersonSettings } from '../config/person-settings';
import type { Settings } from '../contract/settings';
import type { Desk } from '../ipc/handlers';
import type { LinesInUse } from './lines-in-use';
import type { ManagerWindow } from './manager-window';
import type { Popup } from './popup-window';
import type { Signal } from './signal';

/** What the first start is judged by. */
export interface FirstStart {
  readonly options: Arguments;
  readonly settings: Settings;
  readonly seen: boolean;
}

/**
 * Whether this start shows the welcome by itself (docs/behaviour.md, "Welcome"): it was never shown,
 * the command line asks for nothing of its own, and nobody has set up a line or a sign-in yet.
 */
export function welcomeIsDue({ options, settings, seen }: FirstStart): boolean {
  const { hidden, popup, to, line, practice } = options;
  const plain = !hidden && !popup && to === null && line === null && !practice;
  const setUp = settings.lines.length > 0 || settings.authId !== null;
  return plain && !setUp && !seen;
}

interface WelcomeParts {
  readonly person: Pick<PersonSettings, 'welcomeSeen' | 'setWelcomeSeen'>;
  readonly lines: Pick<LinesInUse, 'choose'>;
  readonly popup: Pick<Popup, 'open'>;
  readonly manager: Pick<ManagerWindow, 'open'>;
  readonly changes: Signal;
}

export type Welcome = Desk['welcome'] & {
  /** Shows it where it is due. From then on it is not due any more, whatever the person does. */
  readonly showAtFirstStart: (start: Omit<FirstStart, 'seen'>) => Promise<void>;
};

/** The welcome that the first start shows. */
export function openWelcome({ person, lines, popup, manager, changes }: WelcomeParts): Welcome {
  const noteSeen = async () => {
    // A folder that cannot be written is told of when a setting is changed.
    if (!person.welcomeSeen()) await person.setWelcomeSeen();
  };
  return {
    showAtFirstStart: async (start) => {
      if (!welcomeIsDue({ ...start, seen: person.welcomeSeen() })) return;
      manager.open('welcome');
      await noteSeen();
    },
    done: noteSeen,
    try: async () => {
      await noteSeen();
      lines.choose(practiceLineId);
      changes.emit();
      popup.open(null);
    },
  };
}
