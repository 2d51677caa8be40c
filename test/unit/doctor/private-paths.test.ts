import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { publicPath, withPublicPaths } from '../../../electron/doctor/private-paths';
import { privacyOf } from '../../../electron/doctor/private-values';
import { redact } from '../../../electron/shell/redact';

describe('a path in a report', () => {
  it.each([
    ['/etc/baton/config.json', '/etc/baton/config.json'],
    ['/usr/share/ca-certificates', '/usr/share/ca-certificates'],
    ['/etc/ssl/certs/ca-certificates.crt', '/etc/ssl/certs/ca-certificates.crt'],
    ['/opt/Baton/baton', '/opt/Baton/baton'],
    ['~/.config/Baton/settings.json', '~/.config/Baton/settings.json'],
    ['C:\\ProgramData\\Baton\\config.json', 'C:\\ProgramData\\Baton\\config.json'],
    ['%ProgramData%\\Baton\\config.json', '%ProgramData%\\Baton\\config.json'],
    [
      '/Library/Application Support/Baton/config.json',
      '/Library/Application Support/Baton/config.json',
    ],
    [
      '~/.config/Baton/journal.sqlite.unreadable-2025-01-01T00-00-00',
      '~/.config/Baton/journal.sqlite.unreadable-2025-01-01T00-00-00',
    ],
  ])('%s stays whole: everybody has it', (path, shown) => {
    expect(publicPath(path)).toBe(shown);
  });

  it.each([
    ["/home/Zoë O'Neil/.config/Baton/settings.json", '/home/[user]/.config/Baton/settings.json'],
    [
      "C:\\Users\\Jörg O'Neil\\AppData\\Roaming\\Baton",
      'C:\\Users\\[user]\\AppData\\Roaming\\Baton',
    ],
    ['/Users/Jörg, “J.”/Library/ca.pem', '/Users/[user]/Library/….pem'],
    ['/srv/ACME Customer Ltd/certificates/ca.pem', '/srv/….pem'],
    ['/srv/ACME Customer Ltd/baton/config.json', '/srv/…/baton/config.json'],
    ['/etc/baton/acme-ca.crt', '/etc/baton/….crt'],
    ['~/Clients/ACME/a.acme', '~/…'],
    ['\\\\acme-files\\homes\\bob\\ca.pem', '\\\\….pem'],
    ['D:/ACME/ca.pem', 'D:/….pem'],
    ['ACME/ca.pem', '….pem'],
    ['systemd:acme-token', '…'],
    ['/', '/'],
    ['', ''],
  ])('%s is %s', (path, shown) => {
    expect(publicPath(path)).toBe(shown);
  });
});

describe('a text in a report', () => {
  it.each([
    ['ENOENT', 'ENOENT'],
    ['neither 24/7 nor and/or N/A', 'neither 24/7 nor and/or N/A'],
    ['Control+Alt+/', 'Control+Alt+/'],
    ['CN=proxy.example, O=A/S Example', 'CN=proxy.example, O=A/S Example'],
    [
      "EACCES: permission denied, open '/etc/baton/config.json",
      "EACCES: permission denied, open '/etc/baton/config.json",
    ],
    ["EACCES: open '/srv/O'Neil & Co, Ltd/ca.pem' (13)", "EACCES: open '/srv/…"],
    ['at http://proxy.example:3128/', 'at http://proxy.example:3128/'],
    ['no https://example.com/acme?a=b, ../ACME/x.pem', 'no https://example.com/… ../….pem'],
    ['via http://bob:secret@proxy.example', 'via http://…'],
  ])('%j is %j', (text, shown) => {
    expect(withPublicPaths(text)).toBe(shown);
  });
});

describe('whatever the system says of a file', () => {
  const user = "Canary O'Jörg";
  const homes = [`/home/${user}`, `/Users/${user}`, `C:\\Users\\${user}`, `/srv/people/${user}`];
  const word = fc.constantFrom('Canary', 'canary', 'CANARY', 'Cana\u0301ry'.normalize('NFC'));
  /** Names as people give them, each with a canary in it. */
  const name = fc
    .tuple(
      fc.constantFrom('', "O'", '“', '(', 'ÄÖ ', 'a, ', 'x: ', '`', '" ', "' ", '24', '#', '%20'),
      word,
      fc.constantFrom(
        '',
        "'s",
        ' Ltd',
        '”',
        ')',
        ' & Co.',
        ', b',
        ' " c',
        " ' d",
        '.pem',
        '.canary',
        '日本',
      ),
    )
    .map((parts) => parts.join(''));
  const root = fc.constantFrom(
    ...['/', '/srv/', '/home/', '/Users/', '/mnt/data/', '/etc/baton/', '~/', '../', '/var/lib/'],
    ...[
      'C:\\',
      'C:\\Users\\',
      'd:/',
      'C:\\ProgramData\\Baton\\',
      '\\\\',
      '%APPDATA%\\',
      'file:///',
    ],
    ...homes.map((home) => `${home}/`),
  );
  const path = fc
    .tuple(root, fc.array(name, { minLength: 1, maxLength: 4 }), fc.constantFrom('/', '\\'))
    .map(([from, names, mark]) => `${from}${names.join(mark)}`);
  const spelling = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.normalize('NFD'),
    (text: string) => text.toUpperCase(),
    (text: string) => text.replaceAll('\\', '\\\\'),
  );
  const around = fc.constantFrom(
    (text: string) => text,
    (text: string) => `EACCES: permission denied, open '${text}'`,
    (text: string) => `EACCES: permission denied, rename '${text}' -> '${text}.tmp'`,
    (text: string) => `expected "${text}" to be a file`,
    (text: string) => `(${text}) https://example.com ${text}`,
    (text: string) => `cannot read ${text}: it is cut here, and ${text}`.slice(0, 300),
    (text: string) => `cause=${text}\r\n at ${text}`,
  );

  it('holds no name that somebody gave', () => {
    fc.assert(
      fc.property(fc.constantFrom(...homes), path, spelling, around, (home, plain, spelt, put) => {
        const redacted = privacyOf(builtInSettings, { home, user }, redact);
        const written = spelt(plain);
        for (const text of [redacted.text(put(written)), redacted.path(written)]) {
          expect(text.normalize('NFD').replaceAll(/\p{M}/gu, '')).not.toMatch(
            /canary|jorg|日本|ltd/i,
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is told from the name of another home that begins like the own one', () => {
    const redacted = privacyOf(builtInSettings, { home: '/srv/people/bo', user: 'bo' }, redact);
    expect(redacted.path('/srv/people/bo/.config/Baton')).toBe('~/.config/Baton');
    expect(redacted.path('/srv/people/boris/.config/Baton')).toBe('/srv/…/.config/Baton');
  });
});
