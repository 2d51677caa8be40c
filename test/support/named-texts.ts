import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A place in the sources that names a text: by its key, or by a template for several keys. */
export interface NamedText {
  readonly file: string;
  /** The key; `*` stands for what the code fills in. */
  readonly key: string;
  /** False: a string that may only look like a key, outside of a call of `t`. */
  readonly called: boolean;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => join(folder, file));
}

/** A call of `t` inside a template stands in none of the literals. */
const nestedCall = /\bt\(\s*'(?<plain>[^'\n]*)'/gu;
const literal = /(?<call>\bt\(\s*)?(?:'(?<plain>[^'\n]*)'|`(?<template>[^`]*)`)/gu;

/** Everything in the sources below a folder of the project that names a text or looks like it. */
export function namedTexts(folder: string): NamedText[] {
  return sourcesBelow(folder).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [...source.matchAll(literal), ...source.matchAll(nestedCall)].map(({ groups = {} }) => ({
      file,
      key: groups['plain'] ?? (groups['template'] ?? '').replaceAll(/\$\{[^}]*\}/gu, '*'),
      called: groups['call'] !== undefined,
    }));
  });
}

/** Whether a text is named by a key or template. */
export function names(named: NamedText, key: string): boolean {
  if (!named.key.includes('*')) return named.key === key;
  const parts = named.key.split('*').map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${parts.join('[^.]+')}$`, 'u').test(key);
}
