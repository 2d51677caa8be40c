import { describe, expect, it } from 'vitest';

import { fold, foldWithOffsets, foldWrittenOut } from '../../../electron/directory/search/fold';

describe('folding', () => {
  it.each([
    ['JOSÉ ÁNGEL', 'jose angel'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['Søren Ærø', 'soren aero'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Đặng Thị', 'dang thi'],
    ['Þór Guðrún', 'thor gudrun'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Фёдор', 'федор'],
    ['Ἀθηνᾶς', 'αθηνασ'],
    ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['ﬁnance', 'finance'],
  ])('reads %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves the vowels of Hindi, which are no accents', () => {
    expect(fold('मीरा कुमारी')).toBe('मीरा कुमारी');
    expect(fold('फ़ोन')).toBe(fold('फोन'));
  });

  it('reads Arabic with and without vowel marks, hamza and tatweel', () => {
    expect(fold('مُحَمَّد')).toBe('محمد');
    expect(fold('محمـــد')).toBe('محمد');
    expect(fold('أحمد')).toBe(fold('احمد'));
    expect(fold('فاطمة')).toBe(fold('فاطمه'));
    expect(fold('علی')).toBe(fold('علي'));
  });

  it('reads Hebrew with and without points', () => {
    expect(fold('שָׂרָה')).toBe(fold('שרה'));
  });

  it('knows where each folded letter stands in the text', () => {
    const text = 'Strauß, Zoe\u0301 🙂 x';
    const { text: folded, starts, ends } = foldWithOffsets(text);
    expect(folded).toBe('strauss, zoe 🙂 x');
    const shown = (part: string) => {
      const at = folded.indexOf(part);
      return text.slice(starts[at], ends[at + part.length - 1]);
    };
    expect(shown('strauss')).toBe('Strauß');
    expect(shown('zoe')).toBe('Zoe\u0301');
    expect(shown('x')).toBe('x');
    expect(starts).toHaveLength(folded.length);
  });

  it.each([
    ['Đorđe', 'djordje'],
    ['JÖRG Müller', 'joerg mueller'],
    ['Jo\u0308rg', 'joerg'],
    ['Søren Kjærgård', 'soeren kjaergaard'],
    ['Märta Groß', 'maerta gross'],
  ])('knows that %j is typed as %j, too', (text, folded) => {
    expect(foldWrittenOut(text)).toBe(folded);
    expect(foldWithOffsets(text, 'written-out').text).toBe(folded);
  });

  it.each(['Maria Lopez', 'José Ángel', 'Strauß', 'Łukasz', 'Þór Æsir', 'ılık', 'Фёдор'])(
    'knows of no other way to type %j',
    (text) => {
      expect(foldWrittenOut(text)).toBeNull();
    },
  );

  it('knows where each letter that is written out stands in the text', () => {
    const text = 'Jo\u0308rg Đukić';
    const { text: folded, starts, ends } = foldWithOffsets(text, 'written-out');
    const shown = (part: string) => {
      const at = folded.indexOf(part);
      return text.slice(starts[at], ends[at + part.length - 1]);
    };
    expect(shown('joe')).toBe('Jo\u0308');
    expect(shown('djuk')).toBe('Đuk');
  });
});
