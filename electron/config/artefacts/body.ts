import { z } from 'zod';

import { roles, type Role } from '../../contract/transfer';

interface Body {
  readonly trigger_source?: string | undefined;
  readonly role?: Role | undefined;
}

const bodySchema = z.object({
  trigger_source: z.string().max(256).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
});

/** A value in a template that is no JSON before it is filled in: `"to": {{to}}`. */
const valueOf = (body: string, name: string): string | undefined =>
  new RegExp(`"${name}"\\s*:\\s*(?:"([^"\\\\]{1,256})"|(\\{\\{[^{}]{1,100}\\}\\}))`)
    .exec(body)
    ?.slice(1)
    .find((value) => value !== undefined);

/** What the body of a request says of its line: the agent's own number and the role. */
export function bodyOf(body: string | null): Body {
  if (body === null) return {};
  try {
    const parsed = bodySchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : {};
  } catch {
    const parsed = bodySchema.safeParse({
      trigger_source: valueOf(body, 'trigger_source'),
      role: valueOf(body, 'role'),
    });
    return parsed.success ? parsed.data : {};
  }
}
