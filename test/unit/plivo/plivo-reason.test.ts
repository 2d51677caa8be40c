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
    ['l', 'l'],
  ])('are found in %j', (body, words) => {
    expect(ofJson(body)).toBe(words);
  });

  it.each([[{}], [[]], [null], [{ error: null }], [{ error: ' ' }], [{ data: 'x' }], ['']])(
    'are not made up for %j',
    (body) => {
      expect(ofJson(body)).toBeNull();
    },
  );

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
  });

  it('have at most 300 characters, and no half ones', () => {
    expect(ofJson({ error: 'x'.repeat(5000) })).toHaveLength(300);
    const cut = ofJson({ error: `${'x'.repeat(299)}😀😀` });
    expect(cut).toBe('x'.repeat(299));
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
