import { describe, expect, it } from 'vitest';

import type { Phase } from '../../../electron/contract/transfer';
import { openAskedLine } from '../../../electron/shell/asked-line';
import { Signal } from '../../../electron/shell/signal';

const destination = {
  address: '+14155550134',
  display: '+1 415 555 0134',
  name: null,
  note: null,
  country: 'United States',
  role: null,
};
const held: Phase = {
  kind: 'held',
  attemptId: 'a',
  destination,
  role: 'agent',
  startedAt: 0,
  holdMs: 2000,
};
const sending: Phase = {
  kind: 'sending',
  attemptId: 'a',
  destination,
  role: 'agent',
  startedAt: 0,
};

/** "support" is in use, and there is "sales". */
function open() {
  const changes = new Signal();
  let phase: Phase = { kind: 'compose' };
  const lines = {
    activeId: 'support',
    fixedId: 'support',
    find: (id: string) => (id === 'sales' || id === 'support' ? { id } : null),
    choose: (id: string) => {
      lines.activeId = id;
    },
  };
  const asked = openAskedLine({ lines, transfer: { phase: () => phase }, changes });
  const turn = (next: Phase) => {
    phase = next;
    changes.emit();
  };
  return { asked, lines, turn };
}

describe('the line that a link asks for', () => {
  it('is used at once while nothing is on its way', () => {
    const { asked, lines } = open();
    asked.chooseWhenFree('sales');
    expect(lines.activeId).toBe('sales');
  });

  it('waits for the end of a transfer that is held or under way', () => {
    const { asked, lines, turn } = open();
    turn(held);
    asked.chooseWhenFree('sales');
    turn(sending);
    expect(lines.activeId).toBe('support');
    turn({ kind: 'compose' });
    expect(lines.activeId).toBe('sales');
  });

  it('is asked for once: a line chosen later stays', () => {
    const { asked, lines, turn } = open();
    turn(held);
    asked.chooseWhenFree('sales');
    turn({ kind: 'compose' });
    lines.choose('support');
    turn({ kind: 'compose' });
    expect(lines.activeId).toBe('support');
  });

  it('is forgotten where the line was changed while it waited', () => {
    const { asked, lines, turn } = open();
    turn(sending);
    asked.chooseWhenFree('sales');
    lines.choose('practice');
    turn({ kind: 'compose' });
    expect(lines.activeId).toBe('practice');
  });

  it('is forgotten for one that is asked for on the command line, which is used at once', () => {
    const { asked, lines, turn } = open();
    turn(held);
    asked.chooseWhenFree('sales');
    asked.choose('practice');
    expect(lines.activeId).toBe('practice');
    turn({ kind: 'compose' });
    expect(lines.activeId).toBe('practice');
  });

  it('is looked up among the lines, and beside the one that the administrator has set', () => {
    const { asked } = open();
    expect(asked.fixedId).toBe('support');
    expect(asked.find('sales')).toEqual({ id: 'sales' });
    expect(asked.find('gone')).toBeNull();
  });
});
