import { app } from 'electron';
import { z } from 'zod';

import { argumentErrorText, parseArguments, type Arguments } from '../cli/arguments';
import { practiceLineId } from '../config/active-line';
import { complain } from './console';
import type { PopupWindow } from './popup-window';
import type { Services } from './services';

/** What a second start hands over; it may be any program of this user. */
const laterStartSchema = z.object({
  argv: z.array(z.string().max(8192)).max(1000),
  folder: z.string().max(4096),
});

/** Opens the popup where the command line asks for it. A text fills the field; nothing is sent. */
export function openForArguments(options: Arguments, popup: PopupWindow): void {
  if (options.hidden) return;
  if (options.popup || options.to !== null) popup.open(options.to);
}

/** A second start hands its arguments over; without any, it means "show yourself". */
export function openForLaterStarts({ lines, changes }: Services, popup: PopupWindow): void {
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const start = laterStartSchema.safeParse(handedOver);
    if (!start.success) return;
    const parsed = parseArguments(start.data.argv, start.data.folder);
    if (!parsed.ok) {
      complain(argumentErrorText(parsed.error));
      return;
    }
    const { practice, line, hidden, to } = parsed.value;
    if (practice) lines.choose(practiceLineId);
    else if (line !== null) lines.choose(line);
    changes.emit();
    if (!hidden) popup.open(to);
  });
}
