import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An administrator's file of a test, changed as programs and people change files. */
export class ManagedFileOnDisk {
  readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, 'managed', 'config.json');
  }

  /** Puts a new file in its place at once, as configuration management does. */
  replace(content: unknown): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    writeFileSync(`${this.path}.new`, text, { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
  }
}
