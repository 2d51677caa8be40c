import { describe, expect, it } from 'vitest';

import { argumentErrorText, parseArguments } from '../../../electron/cli/arguments';
import { openForFirstStart, openForHandedOver } from '../../../electron/shell/opening';

/** Parts that note what is done with them; the lines are "support" and the practice line. */
function recording(kiosk: { freeEntry(): boolean } | null = null, fixedId: string | null = null) {
  const done: string[] = [];
  const said: string[] = [];
  return {
    done,
    said,
    parts: {
      lines: {
        fixedId,
        find: (id: string) => (id === 'support' || id === 'practice' ? { id } : null),
        choose: (id: string) => done.push(`line ${id}`),
        chooseWhenFree: (id: string) => done.push(`line ${id} when free`),
      },
      popup: {
        open: (prefill: string | null, remark: unknown) => {
          done.push(`popup ${JSON.stringify(prefill)}`);
          if (remark !== null) done.push(`remark ${JSON.stringify(remark)}`);
        },
      },
      kiosk,
      changed: () => undefined,
      complain: (text: string) => said.push(text),
    },
  };
}

function first(...argv: string[]) {
  const record = recording();
  const parsed = parseArguments(argv, '/home/agent');
  if (!parsed.ok) throw new Error(argumentErrorText(parsed.error));
  openForFirstStart(parsed.value, record.parts);
  return record;
}

function later(...argv: string[]) {
  const record = recording();
  openForHandedOver({ argv, folder: '/home/agent' }, record.parts);
  return record;
}

const number = 'baton:transfer?to=%2B14155550134';

describe('the first start', () => {
  it.each([
    [[], []],
    [['--line=support'], ['line support']],
    [['--practice'], ['line practice']],
    [['--popup'], ['popup null']],
    [['--to=maria'], ['popup "maria"']],
    [
      ['--to=maria', '--line=support'],
      ['line support', 'popup "maria"'],
    ],
    [[number], ['popup "+14155550134"']],
    [[`${number}&line=support`], ['line support when free', 'popup "+14155550134"']],
    [['baton:transfer'], ['popup null']],
    [['--hidden', '--popup', '--to=maria'], []],
    [['--hidden', number], []],
  ])('with %j does %j', (argv, done) => {
    expect(first(...argv)).toMatchObject({ done, said: [] });
  });
});

describe('a later start', () => {
  it.each([
    [[], ['popup null']],
    [['--popup'], ['popup null']],
    [['--to=maria'], ['popup "maria"']],
    [['--line=support'], ['line support', 'popup null']],
    [
      ['--practice', '--line=support'],
      ['line practice', 'popup null'],
    ],
    [['--hidden'], []],
    [['--hidden', '--line=support'], ['line support']],
    [['--user-data-dir=/data'], ['popup null']],
    [[number], ['popup "+14155550134"']],
    // What stands on the command line goes before the link.
    [
      ['--to=maria', `${number}&line=practice`],
      ['line practice when free', 'popup "maria"'],
    ],
    [
      ['--line=support', `${number}&line=practice`],
      ['line support', 'popup "+14155550134"'],
    ],
  ])('with %j does %j', (argv, done) => {
    expect(later(...argv)).toMatchObject({ done, said: [] });
  });

  it.each([['--config=/c.json'], ['--kiosk'], ['--practice-trace']])(
    'says that it is too late for %s, and shows the popup',
    (option) => {
      const { done, said } = later(option);
      expect(done).toEqual(['popup null']);
      const [name] = option.split('=');
      expect(said).toEqual([`${name} counts when Baton starts, and it is running: quit it first`]);
    },
  );

  it('names a misspelt option, and does nothing', () => {
    const { done, said } = later('--popupp');
    expect(done).toEqual([]);
    expect(said).toEqual(['unknown option "--popupp": did you mean --popup?']);
  });

  it.each([
    { freeEntry: true, shown: 'popup "+14155550134"' },
    { freeEntry: false, shown: 'popup null' },
  ])('in a kiosk it gives the field a text at most, and no line: %j', ({ freeEntry, shown }) => {
    const kiosk = { freeEntry: () => freeEntry };
    for (const argv of [
      ['--to=+14155550134', '--line=support', '--hidden'],
      ['--practice', `${number}&line=support`],
    ]) {
      const record = recording(kiosk);
      openForHandedOver({ argv, folder: '/' }, record.parts);
      expect(record.done).toEqual([shown]);
    }
    const again = recording(kiosk);
    openForHandedOver({ argv: ['--kiosk'], folder: '/' }, again.parts);
    expect(again).toMatchObject({ done: ['popup null'], said: [] });
    // What starts a kiosk is the administrator's own command.
    const record = recording(kiosk);
    const parsed = parseArguments(['--line=support', '--to=+14155550134', '--hidden'], '/');
    if (!parsed.ok) throw new Error('not a command line');
    openForFirstStart(parsed.value, record.parts);
    expect(record.done).toEqual(['line support', shown]);
  });

  it.each([['--line=practice'], [`${number}&line=practice`]])(
    'with %s leaves the line that the administrator has set, and says so',
    (option) => {
      const record = recording(null, 'support');
      openForHandedOver({ argv: [option], folder: '/' }, record.parts);
      const prefill = option.startsWith('--') ? 'null' : '"+14155550134"';
      expect(record.done).toEqual([`popup ${prefill}`, 'remark {"code":"line-fixed"}']);
      expect(record.said).toEqual(['the line "support" is set by the administrator']);
    },
  );

  it('that names the line which the administrator has set, or practises, is carried out', () => {
    for (const [argv, chosen] of [
      ['--line=support', 'support'],
      ['--practice', 'practice'],
    ] as const) {
      const record = recording(null, 'support');
      openForHandedOver({ argv: [argv], folder: '/' }, record.parts);
      expect(record.done).toEqual([`line ${chosen}`, 'popup null']);
      expect(record.said).toEqual([]);
    }
  });

  it.each([
    undefined,
    null,
    'baton:transfer',
    { argv: ['--popup'] },
    { argv: [1], folder: '/' },
    { argv: ['x'.repeat(8193)], folder: '/' },
    { argv: Array.from({ length: 1001 }, () => '--popup'), folder: '/' },
  ])('takes nothing of a message that is none (%#)', (message) => {
    const record = recording();
    openForHandedOver(message, record.parts);
    expect(record.done).toEqual([]);
    expect(record.said).toHaveLength(1);
  });
});

describe.each([
  ['the first start', first],
  ['a later start', later],
])('a link or line that is no good, at %s', (_when, start) => {
  it('opens the popup with nothing filled in, and says it there', () => {
    const { done, said } = start('baton:transfer?to=maria&send=secret-of-the-page');
    expect(done).toEqual(['popup null', 'remark {"code":"link-unreadable"}']);
    // The log gets the reason, and nothing that the page wrote.
    expect(said).toEqual(['the link was not taken: unknown-key']);
  });

  it('fills in the address of a line that there is not, and stays on the line in use', () => {
    const remark = 'remark {"code":"line-unknown","line":"sales"}';
    for (const argv of [['baton:transfer?to=maria&line=sales'], ['--to=maria', '--line=sales']]) {
      const { done, said } = start(...argv);
      expect(done).toEqual(['popup "maria"', remark]);
      expect(said).toEqual(['there is no line with the id "sales"']);
    }
  });
});
