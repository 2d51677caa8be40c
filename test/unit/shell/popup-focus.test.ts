import { describe, expect, it } from 'vitest';

import { focusRules } from '../../../electron/shell/popup-focus';

describe('the focus', () => {
  it('is never taken from the other program on macOS: the popup is a panel on every space', () => {
    expect(focusRules('darwin')).toEqual({
      type: 'panel',
      onEverySpace: true,
      minimiseBeforeHiding: false,
      restoreBeforeShowing: false,
    });
  });

  it('goes back on Windows by a minimise, which is undone before the next opening', () => {
    expect(focusRules('win32')).toMatchObject({
      type: null,
      minimiseBeforeHiding: true,
      restoreBeforeShowing: true,
    });
  });

  it('is left to the window manager on Linux', () => {
    expect(focusRules('linux')).toEqual({
      type: null,
      onEverySpace: false,
      minimiseBeforeHiding: false,
      restoreBeforeShowing: false,
    });
  });
});
