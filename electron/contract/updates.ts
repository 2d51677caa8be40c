import { z } from 'zod';

/** Where Baton stands with its updates. Times are epoch milliseconds. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  /** This Baton is not one that updates itself. */
  z.strictObject({
    kind: z.literal('unavailable'),
    why: z.enum(['kiosk', 'development', 'installed-otherwise', 'no-feed']),
  }),
  z.strictObject({ kind: z.literal('checking') }),
  z.strictObject({ kind: z.literal('current'), at: z.number() }),
  z.strictObject({ kind: z.literal('downloading'), version: z.string().max(50) }),
  /** It is installed when Baton quits. */
  z.strictObject({ kind: z.literal('ready'), version: z.string().max(50) }),
  z.strictObject({ kind: z.literal('failed'), cause: z.string().max(300), at: z.number() }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

/** Why Baton is not restarted now: a transfer is held or under way, or nothing is ready. */
export const restartErrorSchema = z.strictObject({ code: z.enum(['busy', 'nothing-ready']) });
export type RestartError = z.infer<typeof restartErrorSchema>;
