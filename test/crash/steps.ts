/** Where the program stands, in the order of one attempt. */
export const attemptSteps = [
  'before-intent',
  'after-intent',
  'before-post',
  'bytes-handed',
  'answer-received',
  'before-outcome',
  'after-outcome',
] as const;
export type AttemptStep = (typeof attemptSteps)[number];

/** What the program announces: that its journal is open, or a step of an attempt. */
export type Announcement =
  | { readonly step: 'opened' }
  | { readonly step: AttemptStep; readonly attemptId: string };

export const announcementText = (said: Announcement) =>
  `${said.step} ${'attemptId' in said ? said.attemptId : ''}\n`;

export function readAnnouncement(line: string): Announcement {
  const [word, attemptId = ''] = line.split(' ');
  if (word === 'opened') return { step: 'opened' };
  const step = attemptSteps.find((candidate) => candidate === word);
  if (step === undefined) throw new Error(`the program said ${JSON.stringify(line)}`);
  return { step, attemptId };
}

/** The address of an attempt carries its id, so that the server can tell whose POST it was. */
export const addressOf = (attemptId: string) => `sip:${attemptId}@example.com`;
