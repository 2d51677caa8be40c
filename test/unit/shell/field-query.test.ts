import { describe, expect, it } from 'vitest';

import type { Recent } from '../../../electron/contract/popup';
import type { SettingsLayer } from '../../../electron/contract/settings';
import { speak } from '../../../electron/shell/texts';
import { fieldOfLine } from './directory-of-line';

const maria = '+14155550134';
const recentOf = (address: string, name: string | null = null): Recent => ({
  attemptId: address,
  outcome: 'accepted',
  at: 1,
  destination: { address, display: address, name, note: null, country: null, role: null },
});

async function refusal(
  text: string,
  layer: SettingsLayer,
  options: Parameters<typeof fieldOfLine>[1] = {},
) {
  const { verdict } = await fieldOfLine(layer, options).field.answer(text);
  return verdict.kind === 'complete' ? verdict.refusal : verdict.kind;
}

describe('what is said of an address while it is typed', () => {
  it('is nothing where no check refuses it', async () => {
    expect(await refusal('(415) 555-0134', {})).toBeNull();
  });

  it.each<[string, string, SettingsLayer]>([
    ['own-address', '+14155550100', {}],
    ['denied', maria, { destinations: { deny: ['+1415555013*'] } }],
    ['not-allowed', maria, { destinations: { allow: ['+44*'] } }],
    ['not-in-directory', '+14155550199', { destinations: { directoryOnly: true } }],
  ])('is %s for %s', async (code, text, layer) => {
    expect(await refusal(text, layer)).toBe(code);
    expect(await refusal(`please ring ${text} today`, layer)).toBe(code);
  });

  it('leaves the directory and every favourite where nobody else may be called', async () => {
    const favourites = Array.from({ length: 12 }, (_, n) => ({
      name: `Favourite ${n}`,
      address: `+141555502${10 + n}`,
    }));
    const layer = { destinations: { directoryOnly: true }, favourites };
    expect(await refusal(maria, layer)).toBeNull();
    expect(await refusal('+14155550221', layer)).toBeNull();
    expect(await refusal('+14155550299', layer)).toBe('not-in-directory');
    const recents = [recentOf('+14155550299')];
    expect(await refusal('+14155550299', layer, { recents })).toBe('not-in-directory');
  });

  it('does not say that somebody is not in a directory that is being read', async () => {
    const layer = { destinations: { directoryOnly: true } };
    expect(await refusal('+14155550199', layer, { reading: true })).toBeNull();
  });

  it('is nothing of the administrator on the practice line, which calls nobody', async () => {
    const layer = { destinations: { deny: ['*'], directoryOnly: true } };
    expect(await refusal(maria, layer, { practice: true })).toBeNull();
    expect(await refusal('+14155550100', layer, { practice: true })).toBe('own-address');
  });
});

describe('whose an address is, for an attempt', () => {
  it('is who the directory says, with team and country', async () => {
    const { field } = fieldOfLine({});
    expect(await field.ownerOf(maria)).toMatchObject({
      destination: { name: 'Maria Alvarez', note: 'Billing', country: 'United States' },
      permitted: true,
    });
    expect(await field.ownerOf('+14155550199')).toEqual({ destination: null, permitted: false });
  });

  it('is a recent by name, which permits nothing', async () => {
    const recents = [recentOf('+14155550199', 'Ann Lee')];
    const { field } = fieldOfLine({}, { recents });
    expect(await field.ownerOf('+14155550199')).toMatchObject({
      destination: { name: 'Ann Lee' },
      permitted: false,
    });
  });

  it('waits for the directory only where it decides', async () => {
    const favourites = [{ name: 'Bo', address: '+14155550172' }];
    const open = fieldOfLine({ favourites });
    await open.field.ownerOf(maria);
    expect(open.waited).toEqual([false]);
    const closed = fieldOfLine({ favourites, destinations: { directoryOnly: true } });
    await closed.field.ownerOf(maria);
    await closed.field.ownerOf('+14155550172');
    expect(closed.waited).toEqual([true, false]);
    const reading = fieldOfLine({ destinations: { directoryOnly: true } }, { reading: true });
    expect(await reading.field.ownerOf(maria)).toMatchObject({ permitted: false });
  });
});

describe('whom the line knows', () => {
  const names = ({ told }: ReturnType<typeof fieldOfLine>) =>
    told.at(-1)?.known.map(({ name, recorded }) => [name, recorded]);

  it('are its favourites and its recents', async () => {
    const favourites = [
      { name: 'Bo', address: '(415) 555-0172' },
      { name: 'Nobody', address: 'no number' },
    ];
    const line = fieldOfLine({ favourites }, { recents: [recentOf('+14155550199', 'Ann')] });
    await line.field.answer('b');
    expect(names(line)).toEqual([
      ['Bo', false],
      ['Ann', true],
    ]);
  });

  it('are the practice destinations on the practice line', async () => {
    const favourites = [{ name: 'Bo', address: '+14155550172' }];
    const line = fieldOfLine({ favourites }, { practice: true });
    expect((await line.field.answer('avery')).suggestions[0]?.destination).toMatchObject({
      name: 'Avery Stone',
      note: 'Picks up',
    });
    expect(names(line)?.flat()).not.toContain('Bo');
  });

  it('are told again only where something has changed', async () => {
    const recents: Recent[] = [];
    const line = fieldOfLine({}, { recents });
    await line.field.answer('a');
    line.changes.emit();
    await line.field.answer('b');
    expect(line.told).toHaveLength(1);
    recents.push(recentOf('+14155550199', 'Ann'));
    line.changes.emit();
    await line.field.answer('c');
    expect(line.told).toHaveLength(2);
  });

  it('go by their use, which is counted when the history has changed', async () => {
    const uses = [{ address: maria, count: 2, lastAt: 1 }];
    const line = fieldOfLine({}, { uses });
    await line.field.answer('a');
    line.changes.emit();
    await line.field.answer('b');
    expect(line.usageReadings()).toBe(1);
    line.historyChanged.emit();
    await line.field.answer('c');
    expect(line.usageReadings()).toBe(2);
    expect(line.told.at(-1)?.uses).toEqual(uses);
  });
});

describe('what the practice line rehearses', () => {
  it('is found in the language of the moment', async () => {
    const { field, changes } = fieldOfLine({}, { practice: true });
    const notesFor = async (text: string) =>
      (await field.answer(text)).suggestions.map(({ destination }) => destination.note);
    try {
      speak('en');
      expect(await notesFor('picks up')).toEqual(['Picks up']);
      speak('de');
      changes.emit();
      expect(await notesFor('nimmt ab')).toEqual(['Nimmt ab']);
      expect(await notesFor('picks up')).toEqual([]);
    } finally {
      speak('en');
    }
  });
});
