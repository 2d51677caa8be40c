import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { autostartEntry } from '../../../electron/config/autostart-entry';
import {
  desktopEntry,
  execLine,
  execWord,
  execWords,
  readDesktopEntry,
} from '../../../electron/config/desktop-entry';

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
    const lines = autostartEntry(['/opt/Baton/bin/baton', '--hidden']).split('\n');
    expect(lines[0]).toBe('[Desktop Entry]');
    expect(lines).toContain('Exec="/opt/Baton/bin/baton" --hidden');
    expect(lines).toContain('Type=Application');
  });

  it('is read as it was written, whatever the words are', () => {
    const word = fc.string({ unit: 'binary' }).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const text = desktopEntry({ Name: 'Baton', Exec: execLine(words) });
        expect(execWords(readDesktopEntry(text).get('Exec') ?? '')).toEqual(words);
      }),
    );
  });

  it.each([
    ['baton --popup', ['baton', '--popup']],
    ['"/opt/Baton/bin/baton" %U', ['/opt/Baton/bin/baton']],
    [
      'env GDK_SCALE=2 "/home/a b/baton"  --hidden',
      ['env', 'GDK_SCALE=2', '/home/a b/baton', '--hidden'],
    ],
    ['/opt/100%%/baton', ['/opt/100%/baton']],
    [String.raw`"/opt/a\"b"`, ['/opt/a"b']],
    // What the specification does not allow is not guessed at.
    ['', null],
    ['"/opt/baton', null],
    ['/opt/"baton"', null],
    ['baton; rm file', null],
    ['baton $HOME', null],
  ])('has the words of %j', (exec, words) => {
    expect(execWords(exec)).toEqual(words);
  });

  it('is read without its comments, its actions and other groups', () => {
    const text = [
      '# Exec=comment',
      '[Other]',
      'Exec=other',
      '[Desktop Entry]',
      'Exec = first',
      'Exec=second',
      'Name[de]=Stab',
      '[Desktop Action quick]',
      'Hidden=true',
    ].join('\r\n');
    expect([...readDesktopEntry(text)]).toEqual([
      ['Exec', 'first'],
      ['Name[de]', 'Stab'],
    ]);
  });
});
