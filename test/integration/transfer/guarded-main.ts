import { builtInSettings } from '../../../electron/config/built-in';
import { mergeLayers } from '../../../electron/config/merge';
import { ok } from '../../../electron/contract/result';
import { lineSchema, type SettingsLayer } from '../../../electron/contract/settings';
import type { Destination } from '../../../electron/contract/transfer';
import type { EmergencyCheck } from '../../../electron/directory/emergency';
import type { PracticeLine } from '../../../electron/practice/server';
import { LinesInUse } from '../../../electron/shell/lines-in-use';
import { startTransfer } from '../../../electron/shell/start-transfer';
import type { Posted } from '../../../electron/transfer/transfer-ports';
import { createTransferService } from '../../../electron/transfer/transfer-service';
import { maria } from '../../unit/transfer/examples';
import { accepted } from '../../unit/transfer/service-fixture';
import { JournalFolder } from './journal-fixture';

export const support = lineSchema.parse({
  id: 'support',
  name: 'Support line',
  phloId: 'phlo',
  nodeId: 'node',
  triggerSource: '+14155550100',
});

interface Asked {
  readonly lineId?: string;
  readonly again?: boolean;
}

/**
 * What stands in main behind the windows' call "start a transfer": the checks, the transfer service
 * and a journal on disk, with a POST that is only counted and a clock that the test moves.
 */
export class GuardedMain {
  readonly #home = new JournalFolder();
  readonly #journal = this.#home.open().journal;
  /** Where each POST went. */
  readonly posts: string[] = [];
  /** What the next POST comes to; never, where it is null. */
  reply: Posted | null = accepted;
  /** Main knows these by name. */
  known: readonly Destination[] = [maria];
  readonly #timers: (() => void)[] = [];
  readonly #transfer;
  readonly #start;

  constructor(parts: {
    readonly isEmergency: EmergencyCheck;
    readonly practice: PracticeLine;
    readonly layer: SettingsLayer;
  }) {
    const { isEmergency, practice, layer } = parts;
    const unused = () => {
      throw new Error('not used here');
    };
    const person = { lines: [support], holdBackSeconds: 0, ...layer };
    const effective = mergeLayers({ enforced: {}, person, defaults: {} }, builtInSettings);
    const settings = {
      current: () => effective,
      change: unused,
      manage: unused,
      onChanged: unused,
    };
    const lines = new LinesInUse({
      settings,
      credentials: {
        state: () => 'present',
        read: () => Promise.resolve(ok('fake-token-for-tests')),
        expect: unused,
        refresh: unused,
        save: unused,
        hold: unused,
        remove: unused,
        useForSession: unused,
        close: unused,
      },
      practice,
      chosen: null,
    });
    let ids = 0;
    const now = () => this.#home.now;
    const transfer = createTransferService<null>({
      journal: this.#journal,
      authorise: () => Promise.resolve(ok(null)),
      post: async (_, { to }) => {
        this.posts.push(to);
        const { reply } = this;
        return reply ?? (await new Promise<Posted>(unused));
      },
      clock: {
        now,
        monotonic: now,
        after: (_ms, done) => {
          this.#timers.push(done);
          return () => undefined;
        },
      },
      newId: () => `attempt-${(ids += 1)}`,
      changed: () => undefined,
      fault: (what, cause) => {
        throw new Error(`${what}: ${cause}`);
      },
    });
    this.#transfer = transfer;
    const countryName = () => null;
    const ownerOf = (address: string) => {
      const destination = this.known.find((one) => one.address === address) ?? null;
      return Promise.resolve({ destination, permitted: destination !== null });
    };
    this.#start = async (address: string, { lineId = lines.activeId, again }: Asked) =>
      await startTransfer(
        { lines, settings, transfer, ownerOf, countryName, isEmergency, now },
        { address, role: 'agent', lineId, ...(again !== undefined && { again }) },
      );
  }

  /** Asks for a transfer, as a window does; "started", or the code of the refusal. */
  async ask(address: string, asked: Asked = {}): Promise<string> {
    const started = await this.#start(address, asked);
    return started.ok ? 'started' : started.error.code;
  }

  /** A whole transfer: asked for, sent, and its outcome there. */
  async transfer(address: string): Promise<string> {
    const started = await this.ask(address);
    if (this.reply !== null) await this.#transfer.settled();
    return started;
  }

  /** The time that is over in milliseconds; negative where the clock is set back. */
  pass(ms: number): void {
    this.#home.now += ms;
  }

  /** The agent's word on the last attempt, which then leaves the screen; false: it is not taken. */
  answer(): boolean {
    const phase = this.#transfer.phase();
    if (phase.kind !== 'ended') return false;
    const answered = this.#transfer.answer(phase.attempt.id, 'still-on-call');
    if (answered.ok) this.#transfer.dismiss(phase.attempt.id);
    return answered.ok;
  }

  clearHistory(): void {
    this.#journal.clear();
  }

  remove(): void {
    this.#home.remove();
  }
}

/** An answer from which nobody can say what became of the call. */
export const unclear: Posted = {
  outcome: 'unknown',
  reason: { code: 'answer-timeout' },
  status: null,
  apiId: null,
};
