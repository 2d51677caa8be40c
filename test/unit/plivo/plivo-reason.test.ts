import { describe, expect, it } from 'vitest';

import { plivoReason } from '../../../electron/plivo/plivo-reason';

const ofJson = (value: unknown) => plivoReason(JSON.stringify(value), 'application/json');

describe("Plivo's words in an answer", () => {
  it.each([
    [{ error: 'a' }, 'a'],
    [{ error: { message: 'b' } }, 'b'],
    [{ error: { error: 'c' } }, 'c'],
    [{ message: 'd' }, 'd'],
    [{ error: '', message: 'e' }, 'e'],
    [{ data: { error: 'f' } }, 'f'],
    [{ data: { message: 'g' } }, 'g'],
    [{ errors: ['h', 'i'] }, 'h'],
    [{ errors: [{ message: 'j' }] }, 'j'],
    [{ errors: { to: ['is invalid'] } }, 'to: is invalid'],
    [{ errors: 'k' }, 'k'],
    [{ errors: { message: 'o' } }, 'o'],
    ['l', 'l'],
    [{ error: 17 }, '17'],
    [{ error: [['m']] }, 'm'],
    [{ error: { error: { message: { error: 'n' } } } }, 'n'],
    [{ errors: { from: null, to: 'is missing' } }, 'to: is missing'],
    [{ errors: { to: [{ message: 'is invalid' }] } }, 'to: is invalid'],
  ])('are found in %j', (body, words) => {
    expect(ofJson(body)).toBe(words);
  });

  it.each([[{}], [[]], [null], [{ error: null }], [{ error: ' ' }], [{ data: 'x' }], ['']])(
    'are not made up for %j',
    (body) => {
      expect(ofJson(body)).toBeNull();
    },
  );

  it('are looked for so deep and so far, and no further', () => {
    const nested = (levels: number, wrap: (inner: unknown) => unknown) => {
      let value: unknown = 'x';
      for (let level = 0; level < levels; level += 1) value = wrap(value);
      return ofJson({ error: value });
    };
    const wraps = [
      (inner: unknown) => ({ error: inner }),
      (inner: unknown) => ({ message: inner }),
      (inner: unknown) => [inner],
    ];
    for (const wrap of wraps) {
      expect(nested(4, wrap)).toBe('x');
      expect(nested(5, wrap)).toBeNull();
    }
    const fields = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`f${n}`, n === count - 1 ? 'x' : null]),
      );
    expect(ofJson({ errors: fields(10) })).toBe('f9: x');
    expect(ofJson({ errors: fields(11) })).toBeNull();
  });

  it('are text where the answer does not say that it is a page', () => {
    const text = 'Use <b> & &amp; in a<b, said <it>.';
    expect(plivoReason(text, 'text/plain')).toBe(text);
    expect(plivoReason(text, null)).toBe(text);
    expect(plivoReason('Error <b>4</b>', 'text/html')).toBe('Error 4');
    expect(plivoReason(' \n<b>4</b>', null)).toBe('4');
  });

  it('are read from plain text', () => {
    const text = 'Could not verify your access level for that URL.\n';
    expect(plivoReason(text, 'text/plain')).toBe(text.trim());
    expect(plivoReason('', null)).toBeNull();
    expect(plivoReason(null, null)).toBeNull();
  });

  it('are read from HTML as text, without tags, scripts and styles', () => {
    const page =
      '<html><head><title>t</title></head><body><style>p{}</style><script>evil()</script>' +
      '<h1>404 Not&nbsp;Found</h1><p>a &lt;b&gt;</p></body></html>';
    expect(plivoReason(page, 'text/html')).toBe('404 Not Found a <b>');
    expect(plivoReason(page, null)).toBe('404 Not Found a <b>');
    const spaced = `<p>a<script type="x">b\nc d</script >e</p>`;
    expect(plivoReason(spaced, 'text/html')).toBe('a e');
    expect(plivoReason('<p>&quot;a&#39;s&quot; &amp;lt;</p>', 'text/html')).toBe('"a\'s" &lt;');
  });

  it('have at most 300 characters, and no half ones', () => {
    expect(ofJson({ error: 'x'.repeat(5000) })).toHaveLength(300);
    const cut = ofJson({ error: `${'x'.repeat(299)}😀😀` });
    expect(cut).toBe('x'.repeat(299));
    expect(ofJson({ error: '😀 😀' })).toBe('😀 😀');
  });

  it('have no control characters and none that turn text around', () => {
    expect(ofJson({ error: 'a\u0000b\r\nc\u202ed\u009be' })).toBe('a b c d e');
  });

  it('are looked for at the beginning of a page only', () => {
    const far = (distance: number) =>
      plivoReason(`<p>${' '.repeat(distance)}words</p>`, 'text/html');
    expect(far(8_000)).toBe('words');
    expect(far(60_000)).toBeNull();
  });

  it('end in bodies nested 10,000 levels deep', () => {
    expect(plivoReason('{"error":'.repeat(10_000) + '1' + '}'.repeat(10_000), null)).toBeNull();
  });
});
