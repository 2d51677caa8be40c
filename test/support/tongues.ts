import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { BrowserContext } from '@playwright/test';
import { createInstance, type TFunction } from 'i18next';

import type { Language } from '../../electron/contract/languages';
import { textOptions } from '../../electron/contract/texts/options';
import { textParts, textsOf, type TextPart, type TextTree } from './text-files';

/** Texts that a window can be opened in: a real language, or one that is made to be in the way. */
export interface Tongue {
  readonly name: string;
  /** The setting that brings them up. */
  readonly language: Language;
  readonly texts: (part: TextPart) => TextTree;
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'ë',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  r: 'ř',
  s: 'š',
  t: 'ť',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'Ê',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  T: 'Ť',
  W: 'Ŵ',
};

const fillings = { latin: ' öñë ťŵö ťhřëë fóüř fïvë šïx', arabic: ' واحد اثنان ثلاثة أربعة' };

/**
 * A text of 140 % of its length, in accented letters and brackets: what is not in brackets stands
 * in the code, and what is cut shows no closing one. Placeholders and tags stay as they are.
 */
export function lengthened(text: string): string {
  const parts = text.split(/(\{\{.*?\}\}|<\/?[a-z]+>)/u);
  const words = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replaceAll(/[A-Za-z]/gu, (letter) => accents[letter] ?? letter),
  );
  const length = parts.filter((_, index) => index % 2 === 0).join('').length;
  const more = Math.max(0, Math.ceil(length * 0.4) - 2);
  const filling = /\p{Script=Arabic}/u.test(text) ? fillings.arabic : fillings.latin;
  return `[${words.join('')}${filling.repeat(Math.ceil(more / filling.length)).slice(0, more)}]`;
}

function every(tree: TextTree, change: (text: string) => string): TextTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : every(value, change),
    ]),
  );
}

export function realTongue(language: Language): Tongue {
  return { name: language, language, texts: (part) => textsOf(language, part) };
}

/** A language with every text 140 % as long: no layout may count on its words. */
export function longTongue(language: Language): Tongue {
  return {
    name: `long-${language}`,
    language,
    texts: (part) => every(textsOf(language, part), lengthened),
  };
}

/** What a tongue says: the same function as in the windows. */
export function speaker(tongue: Tongue): TFunction {
  const instance = createInstance();
  void instance.init({
    ...textOptions(() => tongue.language),
    lng: tongue.language,
    resources: {
      [tongue.language]: {
        texts: {
          ...tongue.texts('common'),
          ...tongue.texts('popup'),
          ...tongue.texts('manager'),
          ...tongue.texts('doctor'),
        },
      },
    },
  });
  return instance.t;
}

const assets = resolve(import.meta.dirname, '../../dist/renderer/assets');

/** The texts that a file of the build holds, by its name; null where it holds code. */
function partOf(file: string): TextPart | null {
  const part = textParts.find((name) => file.startsWith(`${name}-`));
  if (part === undefined) return null;
  // Code has names for what it gives, texts are the default of their file.
  const isTexts = /export\s*\{\s*\w+ as default\s*\};?\s*$/u.test(
    readFileSync(join(assets, file), 'utf8'),
  );
  return isTexts ? part : null;
}

/**
 * Gives every window that loads from now on the texts of a tongue in the place of those that were
 * built. Baton itself knows nothing of it.
 */
export async function serveTongue(context: BrowserContext, tongue: Tongue): Promise<void> {
  await context.route('app://baton/assets/*.js', async (route) => {
    const part = partOf(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
    if (part === null) {
      await route.fallback();
      return;
    }
    const body = `export default ${JSON.stringify(tongue.texts(part))}`;
    await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body });
  });
}
