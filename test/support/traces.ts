import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { processTree, readOfProcess } from './processes';

/** A secret in one of the forms in which it could lie somewhere. */
interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Base64 of any text that holds the secret at this offset (modulo 3), without the edges. */
function insideBase64(secret: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), secret])
    .toString('base64')
    .replace(/=+$/u, '');
  const first = Math.ceil((offset * 8) / 6);
  const whole = Math.floor(((offset + secret.length) * 8) / 6);
  return text.slice(first, whole);
}

function formsOf(secret: string): Form[] {
  const bytes = Buffer.from(secret);
  const texts = [
    { name: 'as it is', text: secret },
    ...[0, 1, 2].map((offset) => ({
      name: `base64 at ${offset}`,
      text: insideBase64(bytes, offset),
    })),
    { name: 'hex', text: bytes.toString('hex') },
  ];
  return texts.flatMap(({ name, text }) => [
    { name, bytes: Buffer.from(text, 'utf8') },
    { name: `${name}, UTF-16`, bytes: Buffer.from(text, 'utf16le') },
  ]);
}

/** Looks for a secret in every form, and tells where which was found. */
export class Traces {
  readonly #forms: readonly Form[];

  constructor(secret: string) {
    this.#forms = formsOf(secret);
  }

  in(bytes: Buffer, where: string): string[] {
    return this.#forms
      .filter((form) => bytes.includes(form.bytes))
      .map((form) => `${where}: ${form.name}`);
  }

  /** In names and contents of everything below a folder. */
  inFolder(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const inName = this.in(Buffer.from(name), `name of ${path}`);
      const entry = lstatSync(path, { throwIfNoEntry: false });
      if (entry?.isDirectory() === true) return [...inName, ...this.inFolder(path)];
      return entry?.isFile() === true ? [...inName, ...this.in(readFileSync(path), path)] : inName;
    });
  }

  /** In command line and environment of a process and all that descend from it. */
  inProcesses(root: number): string[] {
    return processTree(root).flatMap((pid) =>
      (['cmdline', 'environ'] as const).flatMap((file) =>
        this.in(readOfProcess(pid, file) ?? Buffer.alloc(0), `/proc/${pid}/${file}`),
      ),
    );
  }

  /** In every string of a page's JavaScript heap. */
  async inHeap(page: Page): Promise<string[]> {
    return this.in(await heapOf(page), `heap of ${page.url()}`);
  }
}

/** Every string of a page's JavaScript heap. */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}
