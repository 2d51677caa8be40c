import { describe, expect, it } from 'vitest';

import type { PracticeMember } from '../../../electron/contract/popup';
import { practicePlan } from '../../../renderer/popup/practice-call';
import { maria } from './samples';

const now = 100_000;
const member = (part: PracticeMember['part'], state: PracticeMember['state'], since = 58_000) => ({
  part,
  state,
  since,
  address: '+14155550101',
  display: '+1 415 555 0101',
  name: part === 'colleague' ? 'Avery Stone' : null,
});
const plan = (members: PracticeMember[], chosen = false) =>
  practicePlan({ members }, chosen ? maria : null, now);
const talking = [member('caller', 'live'), member('agent', 'live')];

describe('the practice call', () => {
  it('shows the caller with the agent, and for how long', () => {
    const { legs, nodes, overNote } = plan(talking);
    expect(legs[0]).toMatchObject({ look: 'live', caption: 'Live 0:42' });
    expect(nodes.map(({ look }) => look)).toEqual(['on', 'on', 'wait']);
    expect(nodes[2]).toMatchObject({ label: 'Who takes it', note: 'Your choice' });
    expect(overNote).toBeNull();
  });

  it('shows who is chosen as next', () => {
    expect(plan(talking, true).nodes[2]).toMatchObject({ label: 'Maria Alvarez', note: 'Next' });
  });

  it('shows a colleague ringing, who is not on the call yet', () => {
    const { legs, nodes } = plan([...talking, member('colleague', 'ringing')], true);
    expect(legs[1]).toMatchObject({ look: 'next', caption: 'Ringing' });
    expect(nodes[2]).toMatchObject({ label: 'Avery Stone', look: 'wait' });
  });

  it('shows the colleague live with the caller after the agent has left', () => {
    const { legs, nodes, overNote } = plan([
      member('caller', 'live'),
      member('agent', 'left'),
      member('colleague', 'live', 95_000),
    ]);
    expect(legs[0].look).toBe('cut');
    expect(legs[1]).toMatchObject({ look: 'live', caption: 'Live 0:05' });
    expect(nodes[1]).toMatchObject({ look: 'gone', note: 'Left' });
    expect(overNote).not.toBeNull();
  });

  it('forgets a colleague who has left', () => {
    expect(plan([...talking, member('colleague', 'left')]).nodes[2].who).toBeNull();
  });

  it('shows the latest of several colleagues', () => {
    const older = { ...member('colleague', 'live', 60_000), name: 'Bo Nilsen' };
    expect(plan([...talking, member('colleague', 'ringing', 99_000), older]).nodes[2].label).toBe(
      'Avery Stone',
    );
  });

  it('is over when the caller has left', () => {
    const over = plan([member('caller', 'left'), member('agent', 'live')]);
    expect(over.overNote).toBe('The caller has left this call.');
    expect(over.legs[0].look).toBe('cut');
  });

  it('shows a caller on hold without a live leg', () => {
    const held = plan([member('caller', 'held'), member('agent', 'live')]);
    expect(held.legs[0]).toMatchObject({ look: 'idle', caption: 'On hold' });
  });
});
