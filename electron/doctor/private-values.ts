import type { Settings } from '../contract/settings';

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

/** Folders that hold the homes of a computer's people, with the name that follows. */
const homes = /(\/(?:home|Users)\/|[\\/]Users[\\/])[^\\/:'",]+/g;

function valuesOf(settings: Settings, { home, user }: Owner): readonly PrivateValue[] {
  const named = (texts: readonly (string | null | undefined)[], instead: string) =>
    texts.map((text) => ({ text: text ?? '', instead }));
  const { lines, favourites, authId } = settings;
  const values = [
    ...named([home], '~'),
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
 * Makes what takes out of a text all that the settings know of people, lines and accounts, and the
 * person's own folder and name. The longest goes first, so that no rest of it is left.
 * @param shapes takes out what is private by its shape: tokens, numbers, addresses
 */
export function privacyOf(
  settings: Settings,
  owner: Owner,
  shapes: (text: string) => string,
): (text: string) => string {
  const values = valuesOf(settings, owner);
  return (text) => {
    const known = values.reduce(
      (clean, { text: secret, instead }) => clean.replaceAll(secret, instead),
      text,
    );
    return shapes(known.replace(homes, '$1[user]'));
  };
}
