import { z } from 'zod';

import { argumentErrorText, parseArguments, type Arguments } from '../cli/arguments';
import { practiceLineId } from '../config/active-line';
import type { OpeningRemark } from '../contract/popup';

/** What a second start hands over; it may be any program of this user. */
const laterStartSchema = z.object({
  argv: z.array(z.string().max(8192)).max(1000),
  folder: z.string().max(4096),
});

/** What a start is carried out on. Nothing here can start an attempt. */
export interface OpeningParts {
  readonly lines: {
    /** Id of the line that the administrator has set; null: any may be chosen. */
    readonly fixedId: string | null;
    find(id: string): unknown;
    choose(id: string): void;
    /** At once, or when no transfer is held, under way or on the screen. */
    chooseWhenFree(id: string): void;
  };
  readonly popup: { open(prefill: string | null, remark: OpeningRemark | null): void };
  /** A kiosk takes a text where one may be typed, and nothing else. */
  readonly kiosk: { freeEntry(): boolean } | null;
  /** The line may be another one now. */
  readonly changed: () => void;
  /** Says on the terminal and in the log what a window does not say. */
  readonly complain: (text: string) => void;
}

/** What the start wants the popup to show. */
interface Asked {
  readonly to: string | null;
  readonly remark: OpeningRemark | null;
}

/** Options go before a link, which may come from anywhere. A link that is no good says nothing. */
function carryOut(options: Arguments, parts: OpeningParts): Asked {
  const { link } = options;
  if (link !== null && !link.ok) {
    // Not the link itself: whoever made it chose its words.
    parts.complain(`the link was not taken: ${link.error}`);
  }
  const linked = link !== null && link.ok ? link.value : null;
  const to = options.to ?? linked?.to ?? null;
  const line = options.practice ? practiceLineId : (options.line ?? linked?.line ?? null);
  if (line !== null && parts.lines.find(line) === null) {
    parts.complain(`there is no line with the id ${JSON.stringify(line)}`);
    return { to, remark: { code: 'line-unknown', line } };
  }
  const { fixedId } = parts.lines;
  // To practise on purpose takes nothing away from what the administrator has set.
  if (line !== null && fixedId !== null && line !== fixedId && !options.practice) {
    parts.complain(`the line ${JSON.stringify(fixedId)} is set by the administrator`);
    return { to, remark: { code: 'line-fixed' } };
  }
  // Who types an option is the agent; a link may come from any web page.
  const typed = options.practice || options.line !== null;
  if (line !== null && typed) parts.lines.choose(line);
  else if (line !== null) parts.lines.chooseWhenFree(line);
  return { to, remark: link !== null && !link.ok ? { code: 'link-unreadable' } : null };
}

/**
 * Carries out what the first start asks for. The popup opens where its options or a link want it
 * to, a kiosk always. A text fills the field; nothing is sent.
 */
export function openForFirstStart(options: Arguments, parts: OpeningParts): void {
  const { to, remark } = carryOut(options, parts);
  parts.changed();
  if (parts.kiosk !== null) {
    parts.popup.open(parts.kiosk.freeEntry() ? to : null, null);
    return;
  }
  const wanted = options.popup || to !== null || options.link !== null;
  if (wanted && !options.hidden) parts.popup.open(to, remark);
}

/** A start while Baton runs; without any option it means "show yourself". */
function openForLaterStart(options: Arguments, parts: OpeningParts): void {
  for (const name of readAtStart(options, parts.kiosk !== null)) {
    parts.complain(`${name} counts when Baton starts, and it is running: quit it first`);
  }
  if (parts.kiosk !== null) {
    // It is there already, and its line is fixed.
    const { to, link } = options;
    const text = to ?? (link?.ok === true ? link.value.to : null);
    parts.popup.open(parts.kiosk.freeEntry() ? text : null, null);
    return;
  }
  const { to, remark } = carryOut(options, parts);
  parts.changed();
  if (!options.hidden) parts.popup.open(to, remark);
}

/** What a second start has handed over, whoever has sent it. */
export function openForHandedOver(handedOver: unknown, parts: OpeningParts): void {
  const start = laterStartSchema.safeParse(handedOver);
  if (!start.success) {
    parts.complain('what a second start handed over was not taken');
    return;
  }
  const parsed = parseArguments(start.data.argv, start.data.folder);
  if (parsed.ok) openForLaterStart(parsed.value, parts);
  else parts.complain(argumentErrorText(parsed.error));
}

/** Options that a running Baton can do nothing with any more; one that is a kiosk has that already. */
function readAtStart({ configFile, kiosk, practiceTrace }: Arguments, isKiosk: boolean): string[] {
  return [
    ...(configFile === null ? [] : ['--config']),
    ...(kiosk && !isKiosk ? ['--kiosk'] : []),
    ...(practiceTrace ? ['--practice-trace'] : []),
  ];
}
