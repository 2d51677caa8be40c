import { z } from 'zod';

/** What the program on the failing disk tells. */
export const diskReportSchema = z.object({
  /** Each opening of the journal: `open`, or why not. */
  opened: z.array(z.string()),
  /** What the agent was shown at the end of each attempt. */
  shown: z.array(z.object({ outcome: z.string(), code: z.string(), cause: z.string().nullable() })),
  posts: z.number(),
  faults: z.array(z.object({ what: z.string(), cause: z.string() })),
  /** Outcome and reason of what is in the journal at last, oldest first. */
  recorded: z.array(z.string()),
  verified: z.string(),
});
export type DiskReport = z.infer<typeof diskReportSchema>;
