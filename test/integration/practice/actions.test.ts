import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { defaultScenarioSettings } from '../../../electron/practice/scenarios';
import { avery, practiceLine, somebody, untilLeg, type PracticeClient } from './client';

const agent = '+14155550100';
const caller = '+14155550142';

let client: PracticeClient;
beforeAll(async () => {
  client = await practiceLine();
});
beforeEach(() => {
  client.line.restartCall();
  client.line.setScenario('accepted', defaultScenarioSettings);
});
afterAll(() => client.line.close());

async function taken(reply: Promise<{ status: number; body: string }>, status: number) {
  const { status: answered, body } = await reply;
  expect(answered).toBe(status);
  expect(JSON.parse(body)).toMatchObject({ api_id: expect.any(String), error: '' });
}

async function refusedIn2xx(reply: Promise<{ status: number; body: string }>, who: string) {
  const { status, body } = await reply;
  expect(status).toBeLessThan(300);
  expect(JSON.parse(body)).toMatchObject({ error: expect.stringContaining(who) });
}

describe('a second transfer by an agent who has left', () => {
  it('is a 2xx with an error', async () => {
    await taken(client.transfer(avery), 201);
    await untilLeg(client.line, avery, 'live');
    await refusedIn2xx(client.transfer(somebody), agent);
    expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'left', [avery]: 'live' });
  });

  it('is a 400 with the reason in the scenario for it', async () => {
    client.line.setScenario('off-call-4xx');
    await taken(client.transfer(avery), 201);
    const reply = await client.transfer(somebody);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.body)).toMatchObject({ error: expect.stringContaining(agent) });
    expect(client.legs()).not.toHaveProperty(somebody);
  });

  it('is taken once the call was started again', async () => {
    await taken(client.transfer(avery), 201);
    client.line.restartCall();
    await taken(client.transfer(avery), 201);
  });
});

describe('a trigger source that is not on the call', () => {
  it('is refused as one that has left', async () => {
    await refusedIn2xx(client.transfer(avery, '+14152223333'), '+14152223333');
    client.line.setScenario('off-call-4xx');
    expect((await client.transfer(avery, '+14152223333')).status).toBe(400);
    expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'live' });
  });
});

it('a colleague who has the call can transfer it on', async () => {
  await taken(client.transfer(avery), 201);
  await untilLeg(client.line, avery, 'live');
  await taken(client.transfer(somebody, avery), 201);
  await untilLeg(client.line, somebody, 'live');
  expect(client.legs()).toEqual({
    [caller]: 'live',
    [agent]: 'left',
    [avery]: 'left',
    [somebody]: 'live',
  });
});

it('two transfers at the same moment: one is taken', async () => {
  const replies = await Promise.all([client.transfer(avery), client.transfer(somebody)]);
  const errors = replies.map((reply): unknown => JSON.parse(reply.body));
  expect(errors).toContainEqual(expect.objectContaining({ error: '' }));
  expect(errors).toContainEqual(expect.objectContaining({ error: expect.stringContaining(agent) }));
});

it('a person is added to the call', async () => {
  await taken(client.nodeAction('call', avery), 201);
  await untilLeg(client.line, avery, 'live');
  expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'live', [avery]: 'live' });
});

describe('a warm transfer', () => {
  beforeEach(async () => {
    await taken(client.nodeAction('warm_transfer', avery), 201);
    await untilLeg(client.line, avery, 'live');
    expect(client.legs()).toEqual({ [caller]: 'held', [agent]: 'live', [avery]: 'live' });
  });

  it('is aborted by the member who initiated it', async () => {
    await taken(client.memberAction(agent, 'abort_transfer'), 200);
    expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'live', [avery]: 'left' });
  });

  it('is aborted by nobody else', async () => {
    await refusedIn2xx(client.memberAction(avery, 'abort_transfer'), avery);
    expect(client.legs()).toMatchObject({ [avery]: 'live' });
  });

  it('is completed by hanging up', async () => {
    await taken(client.memberAction(agent, 'hangup'), 200);
    expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'left', [avery]: 'live' });
  });

  it('becomes a call of three by resuming', async () => {
    await taken(client.memberAction(agent, 'resume_call'), 200);
    expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'live', [avery]: 'live' });
  });
});

describe('a member', () => {
  it.each(['+14155550100', '%2B14155550100', '14155550100'])(
    'is addressed as %s, and is held and taken back',
    async (member) => {
      await taken(client.memberAction(member, 'hold'), 200);
      expect(client.legs()).toMatchObject({ [agent]: 'held' });
      await taken(client.memberAction(`${member}/`, 'unhold'), 200);
      expect(client.legs()).toMatchObject({ [agent]: 'live' });
    },
  );

  it.each(['hangup', 'voicemail_drop'])('leaves by %s', async (action) => {
    await taken(client.nodeAction('call', avery), 201);
    await taken(client.memberAction(avery, action), 200);
    expect(client.legs()).toEqual({ [caller]: 'live', [agent]: 'live', [avery]: 'left' });
  });

  it('that is not on the call is refused', async () => {
    await refusedIn2xx(client.memberAction(somebody, 'hold'), somebody);
    client.line.setScenario('off-call-4xx');
    expect((await client.memberAction(somebody, 'hold')).status).toBe(400);
  });

  it('takes no action of the node, and no address that is none', async () => {
    const action = await client.memberAction(agent, 'cold_transfer');
    expect(action.status).toBe(400);
    const address = await client.memberAction('nobody', 'hold');
    expect(address.status).toBe(400);
    expect(JSON.parse(address.body)).toMatchObject({
      error: expect.stringContaining('member_address'),
    });
  });
});
