import type { Finding } from '../../contract/doctor';
import { unreachable } from '../../contract/result';
import type { Verification } from '../../transfer/journal-verify';
import { finding } from '../check-up';

export interface JournalReading {
  readonly file: string;
  /** What `--verify-history` finds. */
  readonly verification: Verification;
  /** The last file that was set aside because it could not be read, or null. */
  readonly setAside: string | null;
}

function verified({ file, verification: found }: JournalReading): Finding {
  switch (found.kind) {
    case 'good':
      return finding('journal-good', { attempts: found.attempts });
    case 'absent':
      return finding('journal-none');
    case 'broken':
      return finding('journal-broken', {
        file,
        attempts: found.goodAttempts,
        entry: found.row.seq,
      });
    case 'no-chain':
      return finding('journal-old', { file });
    case 'unreadable':
      return finding('journal-unreadable', { file, cause: found.cause.slice(0, 300) });
    default:
      return unreachable(found);
  }
}

/** The history's hash chain, and what became of earlier files (docs/behaviour.md, "Journal"). */
export function journalFinding(reading: JournalReading): Finding {
  const found = verified(reading);
  const isWell = found.code === 'journal-good' || found.code === 'journal-none';
  if (!isWell || reading.setAside === null) return found;
  return finding('journal-set-aside', { file: reading.setAside, ...found.facts });
}
