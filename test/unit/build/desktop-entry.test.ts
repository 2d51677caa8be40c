import { describe, expect, it } from 'vitest';

import { autostartEntry, desktopEntry, execWord } from '../../../build/package/desktop-entry.mjs';

describe('a desktop entry', () => {
  it('has a group for itself and one for each action', () => {
    const text = desktopEntry(
      { Type: 'Application', Name: 'Baton', Actions: 'quick-transfer;' },
      { 'quick-transfer': { Name: 'Quick transfer', Exec: 'baton --popup' } },
    );
    expect(text).toBe(
      [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Baton',
        'Actions=quick-transfer;',
        '',
        '[Desktop Action quick-transfer]',
        'Name=Quick transfer',
        'Exec=baton --popup',
        '',
      ].join('\n'),
    );
  });

  it('lets no field bring a line of its own', () => {
    expect(() => desktopEntry({ Name: 'Baton\nExec=other' })).toThrow('is one line');
  });

  it.each([
    ['/opt/Baton/bin/baton', '"/opt/Baton/bin/baton"'],
    ['/home/a b/Baton', '"/home/a b/Baton"'],
    ['/opt/100%/baton', '"/opt/100%%/baton"'],
    ['/opt/a"b$c`d/baton', String.raw`"/opt/a\\"b\\$c\\` + '`d/baton"'],
    [String.raw`/opt/a\b`, String.raw`"/opt/a\\\\b"`],
  ])('quotes the program %s as one word', (path, word) => {
    expect(execWord(path)).toBe(word);
  });

  it('starts Baton at login without a window', () => {
    const lines = autostartEntry('/opt/Baton/bin/baton').split('\n');
    expect(lines[0]).toBe('[Desktop Entry]');
    expect(lines).toContain('Exec="/opt/Baton/bin/baton" --hidden');
    expect(lines).toContain('Type=Application');
  });
});
