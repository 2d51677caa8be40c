import { describe, expect, it } from 'vitest';

import { caretAfterFormatting } from '../../../renderer/popup/caret';

describe('the caret after formatting', () => {
  it('stays at the end of what is typed', () => {
    expect(caretAfterFormatting('+1415', 5, '+1 415')).toBe(6);
  });

  it('stays behind the same digit in the middle', () => {
    expect(caretAfterFormatting('+14155550134', 5, '+1 415 555 0134')).toBe(6);
  });

  it('stays behind the same digit where formatting takes punctuation away', () => {
    expect(caretAfterFormatting('(415) 555-01', 6, '41555501')).toBe(3);
  });

  it('stays before the first digit', () => {
    expect(caretAfterFormatting('4155550134', 0, '(415) 555-0134')).toBe(0);
  });

  it('goes to the end of a text that is another one', () => {
    expect(caretAfterFormatting('+1 415', 2, 'sip:maria@example.com')).toBe(21);
  });
});
