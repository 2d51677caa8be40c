import { describe, expect, it } from 'vitest';

import type { ArtefactLine, ArtefactPreview } from '../../../electron/contract/artefacts';
import {
  draftOfFound,
  draftsOf,
  judgeAuthId,
  judgeFound,
  lineAtNode,
  signInOf,
} from '../../../renderer/manager/import/import-draft';
import { line, managerState } from './manager-state';

const found: ArtefactLine = {
  name: 'Cold transfer a caller',
  phloId: 'phlo-2',
  nodeId: 'node-2',
  apiBaseUrl: 'https://phlorunner.plivo.com',
  triggerSource: '+14155550101',
  role: 'customer',
  numberFormat: 'digits',
};
const silent: ArtefactLine = {
  ...found,
  name: null,
  phloId: line.phloId,
  nodeId: line.nodeId,
  triggerSource: null,
  role: null,
  numberFormat: null,
};
const taken = (...lines: readonly ArtefactLine[]) =>
  lines.map((one) => ({ draft: draftOfFound(one, [line]), taken: true }));

describe('a line that was found', () => {
  it('becomes a draft with all that is known of it', () => {
    expect(draftOfFound(found, [line])).toEqual({ ...found, id: null });
  });

  it('leaves empty what was a placeholder', () => {
    const draft = draftOfFound({ ...found, phloId: null, triggerSource: null, name: null }, []);
    expect(draft).toMatchObject({ name: '', phloId: '', triggerSource: '' });
  });

  it('keeps the name that the person gave, and what the artefact is silent about', () => {
    const there = { ...line, role: 'customer', numberFormat: 'digits' } as const;
    expect(draftOfFound(silent, [there])).toEqual({ ...there, id: null });
    expect(draftOfFound({ ...silent, name: 'Cold', role: 'agent' }, [there])).toMatchObject({
      name: line.name,
      role: 'agent',
    });
  });

  it('is known by PHLO and node, not by one of them', () => {
    expect(lineAtNode({ phloId: ' phlo-1 ', nodeId: 'node-1' }, [line])).toBe(line);
    expect(lineAtNode({ phloId: 'phlo-1', nodeId: 'node-2' }, [line])).toBeUndefined();
    expect(lineAtNode({ phloId: 'phlo-2', nodeId: 'node-1' }, [line])).toBeUndefined();
  });
});

describe('lines to which something was added', () => {
  const preview = (...lines: ArtefactLine[]): ArtefactPreview => ({
    previewId: 'p',
    lines,
    authId: null,
    token: 'absent',
    otherAccounts: [],
    placeholders: [],
  });
  const open = { ...found, phloId: null, role: null };

  it('are as they were found, with what the person had changed', () => {
    const [first] = draftsOf(preview(open), [], null);
    if (first === undefined) throw new Error('no draft');
    expect(first).toEqual({ draft: draftOfFound(open, []), taken: true });
    const draft = { ...first.draft, name: 'Support line', role: 'customer' as const };
    const left = { preview: preview(open), found: [{ draft, taken: false }], authId: null };
    expect(draftsOf(preview(open), [], left)).toEqual([{ draft, taken: false }]);
    const now = preview({ ...found, role: 'agent' }, found);
    expect(draftsOf(now, [], left)).toEqual([
      { draft: { ...draft, phloId: 'phlo-2' }, taken: false },
      { draft: draftOfFound(found, []), taken: true },
    ]);
  });

  it('are begun anew where two of them turn out to be one', () => {
    const two = preview(open, { ...open, nodeId: null });
    const draft = { ...draftOfFound(open, []), name: 'Support line' };
    const left = { preview: two, found: [{ draft, taken: false }], authId: null };
    expect(draftsOf(preview(found), [], left)).toEqual([
      { draft: draftOfFound(found, []), taken: true },
    ]);
  });
});

describe('the lines that are taken', () => {
  it('update the one that is there, and are new else, with ids of their own', () => {
    const judged = judgeFound(taken({ ...silent, triggerSource: '+14155550102' }, found), [line]);
    expect(judged.ok && judged.value).toMatchObject([
      { ...line, triggerSource: '+14155550102' },
      { id: 'cold-transfer-a-caller', nodeId: 'node-2' },
    ]);
  });

  it('have different ids where their names are the same, and are one where their nodes are', () => {
    const judged = judgeFound(taken(found, { ...found, nodeId: 'node-3' }), [line]);
    expect(judged.ok && judged.value.map(({ id }) => id)).toEqual([
      'cold-transfer-a-caller',
      'cold-transfer-a-caller-2',
    ]);
    const same = judgeFound(taken(found, { ...found, name: 'Again' }), [line]);
    expect(same.ok && same.value).toMatchObject([{ id: 'cold-transfer-a-caller', name: 'Again' }]);
  });

  it('are none while one has a field that is wrong, and each field is named', () => {
    const judged = judgeFound(taken(found, { ...found, name: null, nodeId: null }), [line]);
    expect(judged.ok ? null : [...judged.error]).toEqual([
      [1, { name: 'missing', nodeId: 'missing' }],
    ]);
  });

  it('are not held up by one that is left out', () => {
    const left = { draft: draftOfFound({ ...found, nodeId: null }, []), taken: false };
    const judged = judgeFound([left, ...taken(found)], [line]);
    expect(judged.ok && judged.value).toHaveLength(1);
  });
});

describe('the sign-in that was found', () => {
  const preview: ArtefactPreview = {
    previewId: 'p',
    lines: [],
    authId: 'MAFAKE0ANOTHER0BATON',
    token: 'found',
    otherAccounts: [],
    placeholders: [],
  };
  const state = managerState({});
  const inUse = 'MAFAKE0EXAMPLE0BATON';
  const enforced = { ...state, sources: { ...state.sources, authId: 'enforced' as const } };

  it('is offered, for the account in use where no other was found', () => {
    const offered = { kind: 'offered', locked: false, token: true };
    expect(signInOf(preview, state)).toEqual({ ...offered, authId: preview.authId });
    expect(signInOf({ ...preview, authId: null }, state)).toEqual({ ...offered, authId: inUse });
    expect(signInOf({ ...preview, authId: null }, managerState({ authId: null }))).toEqual({
      ...offered,
      authId: '',
    });
    expect(signInOf({ ...preview, token: 'absent' }, state)).toMatchObject({ token: false });
    expect(signInOf({ ...preview, authId: null, token: 'absent' }, state)).toEqual({
      kind: 'none',
    });
  });

  it("is not offered against the administrator's account, and is for it", () => {
    expect(signInOf(preview, enforced)).toEqual({
      kind: 'other-account',
      authId: preview.authId,
    });
    expect(signInOf({ ...preview, authId: inUse }, enforced)).toEqual({
      kind: 'offered',
      authId: inUse,
      locked: true,
      token: true,
    });
  });

  it("is not offered where the administrator's file gives the token of the account", () => {
    for (const credentials of ['from-file', 'file-unusable'] as const) {
      const fromFile = { ...state, credentials };
      expect(signInOf({ ...preview, authId: null }, fromFile).kind).toBe('token-from-file');
      expect(signInOf(preview, fromFile).kind).toBe('offered');
    }
  });

  it('needs an Auth ID of the right form', () => {
    expect(judgeAuthId(` ${inUse} `)).toBe(inUse);
    expect(judgeAuthId('MA123')).toBeNull();
  });
});
