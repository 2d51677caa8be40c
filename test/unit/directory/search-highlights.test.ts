import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { highlightsOf } from '../../../electron/directory/search/highlights';

const row = { name: 'Maria Álvarez López', display: '+1 415 555 0134', note: 'Billing, night' };

function marked(text: string, of: typeof row | { name: null; display: string; note: null } = row) {
  const { name, display, note } = highlightsOf(text, of);
  const parts = (shown: string | null, ranges: [number, number][]) =>
    ranges.map(([from, to]) => (shown ?? '').slice(from, to));
  return [parts(of.name, name), parts(of.display, display), parts(of.note, note)];
}

describe('what is marked in a row', () => {
  it.each([
    ['mari', [['Mari'], [], []]],
    ['alvarez', [['Álvarez'], [], []]],
    ['lop mar', [['Mar', 'Lóp'], [], []]],
    ['mal', [['M', 'Á', 'L'], [], []]],
    ['arez', [['arez'], [], []]],
    ['alvrez', [['Álvarez'], [], []]],
    ['bill', [[], [], ['Bill']]],
    ['maria bill', [['Maria'], [], ['Bill']]],
    ['maria m', [['Maria'], [], []]],
    ['555-01', [[], ['555 01'], []]],
    ['+1415', [[], ['+1 415'].map((text) => text.slice(1)), []]],
    ['maria 0134', [['Maria'], ['0134'], []]],
    ['zzz', [[], [], []]],
  ])('of %j is %j', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('is as long as what is shown where a letter is folded into two', () => {
    expect(marked('strauss', { ...row, name: 'Franz Strauß' })[0]).toEqual(['Strauß']);
    expect(marked('straus', { ...row, name: 'Franz Strauß' })[0]).toEqual(['Strauß']);
    expect(marked('zoe', { ...row, name: 'Zoe\u0308 🙂' })[0]).toEqual(['Zoe\u0308']);
  });

  it.each([
    ['djord', 'Đorđe Đukanović', ['Đorđ']],
    ['dor', 'Đorđe Đukanović', ['Đor']],
    ['djordje dju', 'Đorđe Đukanović', ['Đorđe', 'Đu']],
    ['kjaer', 'Kjær', ['Kjær']],
    ['joe', 'Jo\u0308rg Bär', ['Jo\u0308']],
    ['bär', 'Baer Anna', ['Baer']],
    ['bär an', 'Baer Anna', ['Baer', 'An']],
    ['ba ba', 'Bär Anna', ['Bä']],
  ])('of %j in %j is %j, however its letters are written', (text, name, expected) => {
    expect(marked(text, { ...row, name, note: 'Desk' })[0]).toEqual(expected);
  });

  it('is the user of a SIP address', () => {
    const sip = { name: null, display: 'overflow2@phone.plivo.com', note: null };
    expect(marked('overf', sip)[1]).toEqual(['overf']);
  });

  it('is always inside the text, in order and apart', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, fc.string({ maxLength: 30 }), (typed, name) => {
        const ranges = highlightsOf(typed, { ...row, name }).name;
        let last = -1;
        for (const [from, to] of ranges) {
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(name.length);
          last = to;
        }
      }),
    );
  });
});
