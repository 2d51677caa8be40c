import { describe, expect, it } from 'vitest';

import {
  decideEnter,
  firstSelection,
  movedSelection,
  roleFor,
  showsRoleBar,
} from '../../../renderer/popup/choice';
import { emptyCompose, withReply, withText } from '../../../renderer/popup/compose';
import { rowsOf, sectionsOf } from '../../../renderer/popup/rows';
import { complete, harbour, idle, marcus, maria, matches } from './samples';

const answered = (reply: ReturnType<typeof matches>) =>
  withReply(withText(emptyCompose, reply.text), reply, false);

describe('the list', () => {
  it('shows favourites with their digits and then recents while nothing is typed', () => {
    const sections = sectionsOf(idle, emptyCompose);
    expect(sections.map(({ id }) => id)).toEqual(['favourites', 'recent']);
    expect(sections[0]?.rows).toMatchObject([{ digit: 1 }, { digit: 2 }]);
  });

  it('leaves out a section that has nobody', () => {
    expect(sectionsOf({ ...idle, favourites: [] }, emptyCompose).map(({ id }) => id)).toEqual([
      'recent',
    ]);
  });

  it('puts a typed address first and does not repeat it among the matches', () => {
    const both = matches('+44', harbour, maria).suggestions;
    const rows = rowsOf(idle, answered(complete('+44 20', { suggestions: both })));
    expect(rows.map(({ kind, destination }) => [kind, destination.address])).toEqual([
      ['address', harbour.address],
      ['match', maria.address],
    ]);
  });

  it('shows favourites again for blanks', () => {
    const blank = { ...complete('  '), verdict: { kind: 'empty' as const } };
    expect(sectionsOf(idle, answered(blank))[0]?.id).toBe('favourites');
  });
});

describe('the selection', () => {
  const rows = rowsOf(idle, emptyCompose);
  const [first, second, third] = rows.map(({ key }) => key);

  it('is nobody on opening, and Down takes the first', () => {
    expect(emptyCompose.selected).toBeNull();
    expect(movedSelection(rows, null, 1)).toBe(first);
  });

  it('is cleared by Up from the first row, and Up on nobody changes nothing', () => {
    expect(movedSelection(rows, first ?? null, -1)).toBeNull();
    expect(movedSelection(rows, null, -1)).toBeNull();
  });

  it('holds at both ends when a page is moved', () => {
    expect(movedSelection(rows, second ?? null, 8)).toBe(third);
    expect(movedSelection(rows, third ?? null, -8)).toBe(first);
    expect(movedSelection(rows, third ?? null, 1)).toBe(third);
  });

  it('takes the first match of a name and a complete address by itself', () => {
    for (const reply of [matches('ma', maria, marcus), complete('+442079460958')]) {
      const compose = answered(reply);
      expect(firstSelection(reply, rowsOf(idle, compose))).toBe(rowsOf(idle, compose)[0]?.key);
    }
  });

  it('takes nobody by itself for a number that is not complete', () => {
    const reply = { ...matches('+1415', maria), verdict: { kind: 'too-short' as const } };
    expect(firstSelection(reply, rowsOf(idle, answered(reply)))).toBeNull();
  });
});

describe('Enter', () => {
  it('starts with the selected row and its role', () => {
    const customer = { ...maria, role: 'customer' as const };
    const state = { ...idle, favourites: [customer] };
    const selected = rowsOf(state, emptyCompose)[0]?.key ?? null;
    expect(decideEnter(state, { ...emptyCompose, selected })).toEqual({
      kind: 'start',
      destination: customer,
      role: 'customer',
    });
  });

  it('starts with a complete number even after its row was deselected', () => {
    expect(decideEnter(idle, answered(complete('+442079460958')))).toMatchObject({
      kind: 'start',
      destination: harbour,
    });
  });

  it('waits while the answer to the present text is not there', () => {
    const older = answered(complete('+442079460958'));
    expect(decideEnter(idle, withText(older, '+4420794609581')).kind).toBe('wait');
  });

  it.each(['too-short', 'too-long'] as const)('starts nothing for a number that is %s', (kind) => {
    const compose = answered({ ...complete('+44'), verdict: { kind } });
    expect(decideEnter(idle, compose).kind).toBe('say-why');
  });

  it('starts nothing where nobody is selected', () => {
    expect(decideEnter(idle, emptyCompose).kind).toBe('say-why');
    expect(decideEnter(idle, answered(matches('ma', maria))).kind).toBe('say-why');
  });
});

describe('the role', () => {
  it('is the one switched by hand, else the entry’s own, else the line’s', () => {
    const entry = { ...maria, role: 'customer' as const };
    expect(roleFor(idle, { ...emptyCompose, role: 'agent' }, entry)).toBe('agent');
    expect(roleFor(idle, emptyCompose, entry)).toBe('customer');
    expect(roleFor(idle, emptyCompose, maria)).toBe('agent');
  });

  it('is shown below a complete number, and for a row once it was asked for', () => {
    expect(showsRoleBar(idle, answered(complete('+442079460958')))).toBe(true);
    const selected = rowsOf(idle, emptyCompose)[0]?.key ?? null;
    expect(showsRoleBar(idle, { ...emptyCompose, selected })).toBe(false);
    expect(showsRoleBar(idle, { ...emptyCompose, selected, roleBarOpen: true })).toBe(true);
    expect(showsRoleBar(idle, { ...emptyCompose, roleBarOpen: true })).toBe(false);
  });
});
