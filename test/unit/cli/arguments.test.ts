import { describe, expect, it } from 'vitest';

import { argumentErrorText, parseArguments } from '../../../electron/cli/arguments';
import { helpText } from '../../../electron/cli/options';

const parse = (...argv: string[]) => parseArguments(argv, '/home/agent');

function parsed(...argv: string[]) {
  const result = parse(...argv);
  if (!result.ok) throw new Error(argumentErrorText(result.error));
  return result.value;
}

const nothing = {
  userDataDir: null,
  configFile: null,
  checkConfig: null,
  json: false,
  popup: false,
  to: null,
  line: null,
  hidden: false,
  kiosk: false,
  kioskPin: false,
  practice: false,
  practiceTrace: false,
  verifyHistory: false,
  exportHistory: null,
  diagnostics: null,
  version: false,
  help: false,
  link: null,
};

describe('the command line', () => {
  it('may be empty', () => {
    expect(parsed()).toEqual(nothing);
  });

  it('takes every option', () => {
    const argv = ['--user-data-dir=/data', '--config=/etc/c.json', '--popup', '--to=+14155550100'];
    argv.push('--line=support', '--hidden', '--practice', '--practice-trace', '--version');
    argv.push('--verify-history', '--export-history=/tmp/history.csv');
    argv.push('--check-config=/etc/d.json', '--json', '--kiosk', '--kiosk-pin');
    argv.push('--diagnostics=/tmp/report.txt');
    argv.push('--help', 'baton:transfer?line=support');
    expect(parsed(...argv)).toEqual({
      userDataDir: '/data',
      configFile: '/etc/c.json',
      checkConfig: { file: '/etc/d.json' },
      json: true,
      popup: true,
      to: '+14155550100',
      line: 'support',
      hidden: true,
      kiosk: true,
      kioskPin: true,
      practice: true,
      practiceTrace: true,
      verifyHistory: true,
      exportHistory: '/tmp/history.csv',
      diagnostics: '/tmp/report.txt',
      version: true,
      help: true,
      link: { ok: true, value: { to: null, line: 'support' } },
    });
  });

  it('takes a value after a space as after an equals sign', () => {
    expect(parsed('--config', '/c.json', '--to', '+1 415 555 0100')).toEqual({
      ...nothing,
      configFile: '/c.json',
      to: '+1 415 555 0100',
    });
    expect(parsed('--to=sip:a@b;x=1').to).toBe('sip:a@b;x=1');
  });

  it('takes paths from the folder it was started in', () => {
    const argv = ['--config=c.json', '--export-history=h.csv', '--user-data-dir', '../data'];
    expect(parsed(...argv)).toMatchObject({
      configFile: '/home/agent/c.json',
      exportHistory: '/home/agent/h.csv',
      userDataDir: '/home/data',
    });
  });

  it('checks the file that is named with an equals sign, or else the usual one', () => {
    expect(parsed('--check-config').checkConfig).toEqual({ file: null });
    expect(parsed('--check-config', 'c.json').checkConfig).toEqual({ file: null });
    expect(parsed('--check-config=c.json').checkConfig).toEqual({ file: '/home/agent/c.json' });
    expect(parse('--check-config=')).toMatchObject({ ok: false, error: { code: 'value-missing' } });
    expect(helpText()).toMatch(/^ {2}--check-config\[=FILE\] /m);
  });

  it('lets the last of several values count', () => {
    expect(parsed('--line=a', '--line=b').line).toBe('b');
  });

  it.each([
    '--no-sandbox',
    '--disable-gpu',
    '--inspect=0',
    '--remote-debugging-port=0',
    '--lang=de',
    '--v=1',
    '--ozone-platform=x11',
    '--original-process-start-time=13',
    '-r',
    '-t',
    '.',
    'https://example.com/',
    'batons:transfer',
    '',
  ])('lets %j pass, which is not its own', (argument) => {
    expect(parsed(argument, '--popup')).toEqual({ ...nothing, popup: true });
  });

  it('reads nothing after a double dash', () => {
    expect(parsed('--', '--popup')).toEqual(nothing);
  });

  it.each([
    ['--confg=x', '--confg', '--config'],
    ['--Popup', '--Popup', '--popup'],
    ['--user_data_dir=x', '--user_data_dir', '--user-data-dir'],
    ['-popup', '-popup', '--popup'],
    ['--lin', '--lin', '--line'],
    ['--practise', '--practise', '--practice'],
  ])('answers the misspelt %s with the nearest option', (argument, option, nearest) => {
    const result = parse(argument);
    expect(result).toEqual({ ok: false, error: { code: 'unknown-option', option, nearest } });
  });

  it('reads a link, wherever it stands among the options before it', () => {
    const link = { ok: true, value: { to: '+14155550100', line: null } };
    const text = 'baton:transfer?to=%2B14155550100';
    expect(parsed(text)).toEqual({ ...nothing, link });
    expect(parsed('--hidden', text)).toEqual({ ...nothing, hidden: true, link });
    expect(parsed('--', '--hidden', text)).toEqual({ ...nothing, link });
    expect(parsed('BATON:transfer?line=%00').link).toEqual({
      ok: false,
      error: 'value-malformed',
    });
  });

  it('reads nothing behind a link: it may be a part of it that was quoted badly', () => {
    const link = { ok: true, value: { to: 'maria', line: null } };
    const behind = ['--config=/tmp/theirs.json', '--popupp', 'baton:transfer?to=other'];
    expect(parsed('baton:transfer?to=maria', ...behind)).toEqual({ ...nothing, link });
  });

  it.each([
    [['--config'], 'option "--config" needs a value: see --help'],
    [['--export-history'], 'option "--export-history" needs a value: see --help'],
    [['--diagnostics'], 'option "--diagnostics" needs a value: see --help'],
    [['--verify-history=yes'], 'option "--verify-history" takes no value: see --help'],
    [['--config='], 'option "--config" needs a value: see --help'],
    [['--to', '--popup'], 'option "--to" needs a value: see --help'],
    [['--popup=yes'], 'option "--popup" takes no value: see --help'],
    [
      [`--line=${'x'.repeat(65)}`],
      'the value of option "--line" is too long: at most 64 characters',
    ],
    [['--hiden'], 'unknown option "--hiden": did you mean --hidden?'],
  ])('refuses %j', (argv, text) => {
    const result = parse(...argv);
    expect(result.ok ? '' : argumentErrorText(result.error)).toBe(text);
  });

  it('explains every option that it takes', () => {
    const help = helpText();
    for (const option of ['--user-data-dir=DIR', '--config=FILE', '--to=ADDRESS', '--practice']) {
      expect(help).toContain(`  ${option} `);
    }
  });
});
