import { describe, expect, it } from 'vitest';

import { LatestSearch } from '../../../electron/directory/latest-search';

function slowSearch() {
  const asked: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const search = new LatestSearch<{ text: string }, string>(
    ({ text }) => {
      asked.push(text);
      return new Promise((resolve) => answers.push(resolve));
    },
    ({ text }) => `${text} was typed over`,
  );
  return { asked, answers, ask: (text: string) => search.ask({ text }) };
}

describe('searching while somebody types', () => {
  it('asks one text at a time, and of those that wait only the newest', async () => {
    const { asked, answers, ask } = slowSearch();
    const replies = ['m', 'ma', 'mar', 'mari'].map(ask);
    expect(asked).toEqual(['m']);
    expect(await Promise.all(replies.slice(1, 3))).toEqual([
      'ma was typed over',
      'mar was typed over',
    ]);
    answers[0]?.('found m');
    expect(await replies[0]).toBe('found m');
    answers[1]?.('found mari');
    expect(await replies[3]).toBe('found mari');
    expect(asked).toEqual(['m', 'mari']);
  });

  it('answers a text that is asked twice while it waits with the same', async () => {
    const { asked, answers, ask } = slowSearch();
    const first = ask('m');
    const twice = [ask('ma'), ask('ma')];
    answers[0]?.('found m');
    await first;
    answers[1]?.('found ma');
    expect(await Promise.all(twice)).toEqual(['found ma', 'found ma']);
    expect(asked).toEqual(['m', 'ma']);
  });
});
