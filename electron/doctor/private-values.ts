import type { Settings } from '../contract/settings';
import { publicPath, withPublicPaths } from './private-paths';

/** A text that must not leave this computer, and what stands in its place. */
interface PrivateValue {
  readonly text: string;
  readonly instead: string;
}

export interface Owner {
  /** Home folder and name of the person who runs Baton. */
  readonly home: string;
  readonly user: string;
}

/** Shorter ones are in every text. */
const shortest = 3;

/** Takes out what is private. */
export interface Redaction {
  /** Of a text in anybody's words. */
  readonly text: (text: string) => string;
  /** Of a text that is a path and nothing else. */
  readonly path: (path: string) => string;
}

/** One spelling of letters with accents: macOS writes those of a path as two characters. */
const composed = (text: string): string => text.normalize('NFC');

/** The home folder as a part of paths, and not as the beginning of another name. */
const homePattern = (home: string): RegExp =>
  new RegExp(`${home.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?=[\\\\/]|$)`, 'g');

function valuesOf(settings: Settings, { user }: Owner): readonly PrivateValue[] {
  const named = (texts: readonly (string | null | undefined)[], instead: string) =>
    texts.map((text) => ({ text: composed(text ?? ''), instead }));
  const { lines, favourites, authId } = settings;
  const values = [
    ...named([authId], '[auth id]'),
    ...named(
      lines.flatMap(({ phloId, nodeId }) => [phloId, nodeId]),
      '[id]',
    ),
    ...named(
      lines.flatMap(({ name, id }) => [name, id]),
      '[line]',
    ),
    ...named(
      lines.map(({ triggerSource }) => triggerSource),
      '[number]',
    ),
    ...named(
      favourites.flatMap(({ name, note }) => [name, note]),
      '[name]',
    ),
    ...named(
      favourites.map(({ address }) => address),
      '[number]',
    ),
    ...named([user], '[user]'),
  ];
  return values
    .filter(({ text }) => text.length >= shortest)
    .sort((one, other) => other.text.length - one.text.length);
}

/**
 * Makes what takes out of a text all that the settings know of people, lines and accounts, the
 * person's own folder and name, and every folder and file that somebody named. The longest goes first,
 * so that no rest of it is left.
 * @param shapes takes out what is private by its shape: tokens, numbers, addresses
 */
export function privacyOf(
  settings: Settings,
  owner: Owner,
  shapes: (text: string) => string,
): Redaction {
  const values = valuesOf(settings, owner);
  const home = composed(owner.home);
  const known = (text: string): string => {
    const own =
      home.length < shortest ? composed(text) : composed(text).replace(homePattern(home), '~');
    return values.reduce(
      (clean, { text: secret, instead }) => clean.replaceAll(secret, instead),
      own,
    );
  };
  return {
    text: (text) => shapes(withPublicPaths(known(text))),
    path: (path) => shapes(publicPath(known(path))),
  };
}
