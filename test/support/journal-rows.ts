import { join } from 'node:path';

import Database from 'libsql';
import { z } from 'zod';

const rowsSchema = z.array(
  z.object({
    address: z.string(),
    role: z.string(),
    outcome: z.string().nullable(),
    agent_word: z.string().nullable(),
  }),
);

/** The attempts of a journal, oldest first, as another program reads them from the file. */
export function journalRows(userData: string): z.infer<typeof rowsSchema> {
  const db = new Database(join(userData, 'journal.sqlite'), { readonly: true });
  try {
    return rowsSchema.parse(
      db.prepare('SELECT address, role, outcome, agent_word FROM attempts ORDER BY seq').all(),
    );
  } finally {
    db.close();
  }
}

const endingsSchema = z.array(
  z.object({
    address: z.string(),
    outcome: z.string().nullable(),
    reason_code: z.string().nullable(),
    http_status: z.number().nullable(),
  }),
);

/** How each attempt of a journal ended; null where it has not. */
export function journalEndings(userData: string): z.infer<typeof endingsSchema> {
  const db = new Database(join(userData, 'journal.sqlite'), { readonly: true });
  try {
    return endingsSchema.parse(
      db
        .prepare(
          `SELECT address, outcome, json_extract(reason_json, '$.code') AS reason_code, http_status
             FROM attempts ORDER BY seq`,
        )
        .all(),
    );
  } finally {
    db.close();
  }
}
