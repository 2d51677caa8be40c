import { z } from 'zod';

const stepSchema = z.strictObject({
  step: z.enum(['refresh', 'read', 'save', 'remove', 'session', 'from-file']),
  authId: z.string(),
  token: z.string(),
});
export type ProbeStep = z.infer<typeof stepSchema>;

export const probeRequestSchema = z.strictObject({
  marker: z.string().nullable(),
  limitMs: z.number(),
  steps: z.array(stepSchema),
});
export type ProbeRequest = z.infer<typeof probeRequestSchema>;

export const probeReplySchema = z.strictObject({
  answers: z.array(z.strictObject({ result: z.unknown(), state: z.string() })),
  marker: z.string().nullable(),
});
export type ProbeReply = z.infer<typeof probeReplySchema>;
