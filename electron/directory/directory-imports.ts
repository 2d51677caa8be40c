import { randomUUID } from 'node:crypto';

import type {
  ColumnMapping,
  DirectoryError,
  ImportPreview,
  ImportReport,
} from '../contract/directory';
import { err, type Result } from '../contract/result';
import { DirectoryConnection, type ThreadError } from './worker/connection';
import type { Clock } from './worker/serving-thread';

export interface DirectoryImporting {
  /** Reads a file that may be imported; nothing is taken yet. It replaces the one chosen before. */
  choose(path: string): Promise<Result<ImportPreview, DirectoryError>>;
  /** Takes the entries of the file that was chosen, as it was then. */
  import(previewId: string, mapping: ColumnMapping): Promise<Result<ImportReport, DirectoryError>>;
  /** Reads an imported file again, with the mapping of before. */
  importAgain(id: string): Promise<Result<ImportReport, DirectoryError>>;
  /** Takes the entries of an imported file out of the directory. */
  remove(id: string): Promise<Result<null, DirectoryError>>;
}

interface ImportParts {
  readonly program: string;
  readonly store: string;
  readonly region: () => string;
  readonly clock: Clock;
  /** Makes what is stored be found. */
  readonly reload: () => Promise<void>;
}

const unavailable = ({ cause }: ThreadError) =>
  err({ code: 'directory-unavailable', cause } as const);

/**
 * Imports files, each in a thread of its own that ends with it: the one that answers the agent's keys
 * is not held up by a large file.
 */
export class DirectoryImports implements DirectoryImporting {
  readonly #parts: ImportParts;
  #chosen: { readonly previewId: string; readonly thread: DirectoryConnection } | null = null;
  /** One change of the store after the other, each from what the one before left. */
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  async choose(path: string): Promise<Result<ImportPreview, DirectoryError>> {
    await this.close();
    const thread = this.#open();
    const previewId = randomUUID();
    this.#chosen = { previewId, thread };
    const answer = await thread.ask('preview', { previewId, path });
    if (answer.ok && answer.value.ok) return answer.value;
    await thread.close();
    return answer.ok ? answer.value : unavailable(answer.error);
  }

  async import(
    previewId: string,
    mapping: ColumnMapping,
  ): Promise<Result<ImportReport, DirectoryError>> {
    const chosen = this.#chosen;
    if (chosen === null || chosen.previewId !== previewId) return err({ code: 'preview-gone' });
    const { store, region, clock } = this.#parts;
    return await this.#change(async () => {
      const answer = await chosen.thread.ask('import', {
        store,
        region: region(),
        mapping: [...mapping],
        now: clock.now(),
      });
      // A mapping that names no number can be chosen better: the file stays.
      if (answer.ok && answer.value.ok) await this.close();
      return answer.ok ? answer.value : unavailable(answer.error);
    });
  }

  async importAgain(id: string): Promise<Result<ImportReport, DirectoryError>> {
    const { store, region, clock } = this.#parts;
    return await this.#change(() =>
      this.#inThread(async (thread) => {
        const question = { store, region: region(), sourceId: id, now: clock.now() };
        const answer = await thread.ask('import-again', question);
        return answer.ok ? answer.value : unavailable(answer.error);
      }),
    );
  }

  async remove(id: string): Promise<Result<null, DirectoryError>> {
    const { store } = this.#parts;
    return await this.#change(() =>
      this.#inThread(async (thread) => {
        const answer = await thread.ask('remove', { store, sourceId: id });
        return answer.ok ? answer.value : unavailable(answer.error);
      }),
    );
  }

  /** Forgets the file that was chosen. */
  async close(): Promise<void> {
    const chosen = this.#chosen;
    this.#chosen = null;
    await chosen?.thread.close();
  }

  #open(): DirectoryConnection {
    return new DirectoryConnection(this.#parts.program, () => undefined);
  }

  async #inThread<T>(work: (thread: DirectoryConnection) => Promise<T>): Promise<T> {
    const thread = this.#open();
    try {
      return await work(thread);
    } finally {
      await thread.close();
    }
  }

  async #change<T>(
    work: () => Promise<Result<T, DirectoryError>>,
  ): Promise<Result<T, DirectoryError>> {
    const changed = this.#lastChange.then(work);
    this.#lastChange = changed;
    const result = await changed;
    if (result.ok) await this.#parts.reload();
    return result;
  }
}
