import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { z } from 'zod';

import type { Destination, Outcome } from '../../../electron/contract/transfer';
import { openJournal, type Journal, type OpenJournal } from '../../../electron/transfer/journal';
import { accepted, maria, running } from '../../unit/transfer/examples';

export const now = Date.parse('2025-03-04T05:06:07Z');
export const day = 86_400_000;

/** The value of a result that must be there. */
export function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly cause: string } },
): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

const entriesSchema = z.array(
  z.object({
    seq: z.number(),
    at: z.number(),
    kind: z.string(),
    attempt_id: z.string().nullable(),
    body: z.string(),
    hash: z.string(),
  }),
);

interface Made {
  readonly id: string;
  readonly startedAt: number;
  readonly lineId: string;
  readonly lineName: string;
  readonly outcome: Outcome;
  readonly destination: Partial<Destination>;
}

/** A journal in a folder of its own, and what closes and removes it. */
export class JournalFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'baton-journal-'));
  readonly file = join(this.folder, 'journal.sqlite');
  /** The clock of the journals that are opened. */
  now = now;
  readonly #open: Journal[] = [];
  #made = 0;

  open(file = this.file): OpenJournal {
    const opened = valueOf(openJournal(file, { now: () => this.now }));
    this.#open.push(opened.journal);
    return opened;
  }

  /** Records a whole attempt and gives its id. */
  make(journal: Journal, made: Partial<Made> = {}): string {
    const { id = `id-${(this.#made += 1)}`, outcome = 'accepted', ...intent } = made;
    const destination = { ...maria, ...made.destination };
    valueOf(journal.begin(running({ ...intent, id, destination })));
    valueOf(journal.end(id, { ...accepted, outcome, endedAt: this.now }));
    return id;
  }

  /** Does something to the file past Baton, as another program can. */
  tamper(...statements: readonly string[]): void {
    const db = new Database(this.file);
    for (const sql of statements) db.exec(sql);
    db.close();
  }

  /** The entries of the chain, as another program reads them. */
  entries(): z.infer<typeof entriesSchema> {
    const db = new Database(this.file);
    try {
      return entriesSchema.parse(db.prepare('SELECT * FROM entries ORDER BY seq').all());
    } finally {
      db.close();
    }
  }

  remove(): void {
    for (const journal of this.#open.splice(0)) journal.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
