// `node build/package/collect-release.mjs FROM TO`: gathers what each machine packaged into one
// folder, as it is published, with a file of checksums.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { parse, stringify } from 'yaml';
import { z } from 'zod';

const updateInfo = z.looseObject({ version: z.string(), files: z.array(z.unknown()) });

/**
 * Two machines package for macOS, one for each processor, and both name their files in
 * latest-mac.yml: an update has to find all of them in one.
 * @param {readonly string[]} texts files of the same name
 * @returns {string}
 */
export function mergeUpdateInfo(texts) {
  const infos = texts.map((text) => updateInfo.parse(parse(text)));
  const [first] = infos;
  if (first === undefined) throw new Error('There is no update information to merge.');
  if (infos.some(({ version }) => version !== first.version)) {
    throw new Error('The machines packaged different versions.');
  }
  return stringify({ ...first, files: infos.flatMap(({ files }) => files) });
}

/**
 * @param {string} from a folder with one folder of files for each machine
 * @param {string} to made where it is missing
 * @returns {string[]} the names that were written, sorted, SHA256SUMS with them
 */
export function collectRelease(from, to) {
  /** @type {Map<string, string[]>} */
  const byName = new Map();
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    byName.set(entry.name, [...(byName.get(entry.name) ?? []), join(entry.parentPath, entry.name)]);
  }
  mkdirSync(to, { recursive: true });
  for (const [name, [file = '', ...others]] of byName) {
    if (others.length === 0) copyFileSync(file, join(to, name));
    else if (name.endsWith('.yml')) {
      const texts = [file, ...others].map((path) => readFileSync(path, 'utf8'));
      writeFileSync(join(to, name), mergeUpdateInfo(texts));
    } else throw new Error(`Two machines packaged a file named ${name}.`);
  }
  const names = readdirSync(to).toSorted();
  const sums = names.map((name) => `${sha256(join(to, name))}  ${name}\n`);
  writeFileSync(join(to, 'SHA256SUMS'), sums.join(''));
  return [...names, 'SHA256SUMS'].toSorted();
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [from, to] = process.argv.slice(2);
  if (from === undefined || to === undefined) {
    throw new Error(`Usage: node build/package/${basename(import.meta.url)} FROM TO`);
  }
  process.stdout.write(`${collectRelease(from, to).join('\n')}\n`);
}
