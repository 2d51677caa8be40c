import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { z } from 'zod';

import type { Language } from '../../electron/contract/languages';

const folder = resolve(import.meta.dirname, '../../electron/contract/texts');

/** The files of a language: what is in `common` is everybody's, the rest that of one part. */
export const textParts = ['common', 'popup', 'manager', 'main', 'doctor'] as const;
export type TextPart = (typeof textParts)[number];

export type TextTree = { readonly [key: string]: string | TextTree };
const textTree: z.ZodType<TextTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), textTree])),
);

/** The texts of a file as they stand in it. */
export function textsOf(language: Language, part: TextPart): TextTree {
  const text = readFileSync(join(folder, language, `${part}.json`), 'utf8');
  return textTree.parse(JSON.parse(text));
}

const flat = new Map<string, ReadonlyMap<string, string>>();

/** Every text of a file by its whole key, "popup.list.label". */
export function flatTexts(language: Language, part: TextPart): ReadonlyMap<string, string> {
  const file = `${language}/${part}`;
  const texts = flat.get(file) ?? flatten(language, part);
  flat.set(file, texts);
  return texts;
}

function flatten(language: Language, part: TextPart): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: TextTree, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(prefix + key, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  walk(textsOf(language, part), '');
  return found;
}

/** Names of the folders that hold a language. */
export function languageFolders(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

const pluralEnd = /_(zero|one|two|few|many|other)$/u;

/** A key without its plural category, and the category; null where the text has no plural. */
export function pluralOf(
  key: string,
  all: ReadonlyMap<string, string>,
): { readonly base: string; readonly category: string } | null {
  const category = pluralEnd.exec(key)?.[1];
  if (category === undefined) return null;
  const base = key.slice(0, -category.length - 1);
  return all.has(`${base}_other`) ? { base, category } : null;
}

/** The keys that code names: those of a plural form one, without its category. */
export function namedKeys(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...texts.keys()].map((key) => pluralOf(key, texts)?.base ?? key));
}
