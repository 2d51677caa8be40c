import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { weightOf } from '../../../electron/directory/search/ranking';
import { SearchIndex } from '../../../electron/directory/search/search-index';
import { madeUpDirectory } from '../../bench/made-up-directory';
import { entry, known, namesIn, searchOf } from './people';

const day = 86_400_000;

describe('the order of what is found', () => {
  it('is by how well it matches', () => {
    const directory = [
      entry('Carmen Santos', '+14155550101', { department: 'Annual reports' }),
      entry('Joanne Bell', '+14155550102'),
      entry('Mary Ann Lee', '+14155550103'),
      entry('Anna Berg', '+14155550104'),
      entry('Ann', '+14155550105'),
      entry('Alice Novak Nilsen', '+14155550106'),
    ];
    expect(namesIn(directory, 'ann')).toEqual([
      'Ann',
      'Anna Berg',
      'Mary Ann Lee',
      'Alice Novak Nilsen',
      'Carmen Santos',
      'Joanne Bell',
    ]);
  });

  it('puts a whole word before the beginning of one, and typing errors last', () => {
    const directory = [
      entry('Smithson Adam', '+14155550101'),
      entry('Smith Adam', '+14155550102'),
      entry('Smyth Adam', '+14155550103'),
    ];
    expect(namesIn(directory, 'smith')).toEqual(['Smith Adam', 'Smithson Adam', 'Smyth Adam']);
  });

  it('puts an alias that was typed in full before names that begin so', () => {
    const directory = [
      entry('Billingham Rose', '+14155550101'),
      entry('Maria Alvarez', '+14155550102', { aliases: ['billing'] }),
      entry('Zoe West', '+14155550103', { aliases: ['billing escalations'] }),
    ];
    expect(namesIn(directory, 'billing')[0]).toBe('Maria Alvarez');
    expect(namesIn(directory, 'billing escalations')).toEqual(['Zoe West']);
  });

  it('is then by how often and how recently somebody was called', () => {
    const directory = ['Ann Abel', 'Ann Bell', 'Ann Cole'].map((name, n) =>
      entry(name, `+1415555010${n}`),
    );
    const index = new SearchIndex(directory);
    const names = () => index.find('ann', 10).hits.map(({ name }) => name);
    expect(names()).toEqual(['Ann Abel', 'Ann Bell', 'Ann Cole']);
    const now = 1_700_000_000_000;
    index.setUses([
      { address: '+14155550101', count: 1, lastAt: now },
      { address: '+14155550102', count: 9, lastAt: now - 7 * day },
    ]);
    expect(names()).toEqual(['Ann Cole', 'Ann Bell', 'Ann Abel']);
    index.setUses([
      { address: '+14155550101', count: 1, lastAt: now },
      { address: '+14155550102', count: 9, lastAt: now - 90 * day },
    ]);
    expect(names()).toEqual(['Ann Bell', 'Ann Cole', 'Ann Abel']);
  });

  it('weighs twice as many uses like a use half a month later, whenever it is asked', () => {
    const before = weightOf({ address: '', count: 2, lastAt: 100 * day });
    const later = weightOf({ address: '', count: 1, lastAt: 114 * day });
    expect(before).toBeCloseTo(later, 9);
  });

  it('is last by name and address, so that nothing is left to chance', () => {
    const directory = [
      entry('Ann Lee', '+14155550109'),
      entry('Ann Lee', '+14155550101'),
      entry('Ann Abel', '+14155550105'),
    ];
    const { hits } = new SearchIndex(directory).find('ann', 10);
    expect(hits.map(({ address }) => address.slice(-1))).toEqual(['5', '1', '9']);
  });

  it('does not depend on the order of the directory', () => {
    const directory = madeUpDirectory(400);
    const texts = ['a', 'mar', 'ma al', 'smtih', '415', 'sal', 'wz', 'jose g', '55', 'support'];
    const order = (entries: typeof directory, text: string) =>
      new SearchIndex(entries).find(text, 500).hits.map(({ address }) => address);
    const expected = texts.map((text) => order(directory, text));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(directory, { minLength: 400, maxLength: 400 }),
        (shuffled) => {
          expect(texts.map((text) => order(shuffled, text))).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('gives the same first rows however many are asked for', () => {
    const index = new SearchIndex(madeUpDirectory(2_000));
    for (const text of ['a', 'ma', 'smiht', '415']) {
      const all = index.find(text, Infinity);
      expect(all.hits).toHaveLength(all.total);
      for (const limit of [1, 7, 50]) {
        expect(index.find(text, limit)).toEqual({
          hits: all.hits.slice(0, limit),
          total: all.total,
        });
      }
    }
  });

  it('takes favourites and the directory as one list', () => {
    const people = searchOf([entry('Ann Bell', '+14155550101'), entry('Ann Dow', '+14155550102')]);
    people.setContext([known('Ann Cole', '+14155550103'), known('Joanne', '+14155550104')], []);
    expect(people.find('ann', 10)).toMatchObject({
      people: [{ name: 'Ann Bell' }, { name: 'Ann Cole' }, { name: 'Ann Dow' }, { name: 'Joanne' }],
      total: 4,
    });
  });

  it('keeps the first of two who are known under one address', () => {
    const people = searchOf([]);
    const address = '+14155550103';
    people.setContext([known('Favourite', address), known('Recent', address)], []);
    expect(people.find('4155550103', 10).people.map(({ name }) => name)).toEqual(['Favourite']);
  });
});
