import type { ArtefactLine, ArtefactPreview } from '../../../electron/contract/artefacts';
import type { ManagerState } from '../../../electron/contract/manager';
import { err, ok, type Result } from '../../../electron/contract/result';
import { authIdPattern, type Line } from '../../../electron/contract/settings';
import { emptyDraft, judgeDraft, type DraftProblems, type LineDraft } from '../lines/line-draft';

/** A line that was found, as the person leaves it. */
export interface FoundLine {
  readonly draft: LineDraft;
  /** False: it is left out. */
  readonly taken: boolean;
}

/** The line that is there for the same PHLO and node: it is updated, not doubled. */
export function lineAtNode(
  { phloId, nodeId }: Pick<LineDraft, 'phloId' | 'nodeId'>,
  lines: readonly Line[],
): Line | undefined {
  return lines.find((line) => line.phloId === phloId.trim() && line.nodeId === nodeId.trim());
}

/** A line as it was found, with what is there of it already where the artefacts are silent. */
export function draftOfFound(found: ArtefactLine, lines: readonly Line[]): LineDraft {
  const ids = { phloId: found.phloId ?? '', nodeId: found.nodeId ?? '' };
  const there = lineAtNode(ids, lines);
  return {
    id: null,
    ...ids,
    // What the person calls it goes before what the artefact calls its request.
    name: there?.name ?? found.name ?? '',
    triggerSource: found.triggerSource ?? there?.triggerSource ?? '',
    role: found.role ?? there?.role ?? emptyDraft.role,
    numberFormat: found.numberFormat ?? there?.numberFormat ?? emptyDraft.numberFormat,
    apiBaseUrl: found.apiBaseUrl,
  };
}

/** What was found, and what the person has made of it so far. */
export interface LeftAs {
  readonly preview: ArtefactPreview;
  readonly found: readonly FoundLine[];
  /** Auth ID as typed; null: as it was found. */
  readonly authId: string | null;
}

/**
 * The lines of a preview as drafts. What the person had changed in those of before, to which
 * something was added, stays as they left it.
 */
export function draftsOf(
  preview: ArtefactPreview,
  lines: readonly Line[],
  before: LeftAs | null,
): FoundLine[] {
  // Two lines of before may turn out to be one: then none of them is known by its place.
  const keeps = before !== null && before.preview.lines.length <= preview.lines.length;
  return preview.lines.map((line, place) => {
    const fresh = draftOfFound(line, lines);
    const left = keeps ? before.found[place] : undefined;
    const was = keeps ? before.preview.lines[place] : undefined;
    if (left === undefined || was === undefined) return { draft: fresh, taken: true };
    const original = draftOfFound(was, lines);
    const kept = <K extends keyof LineDraft>(key: K): LineDraft[K] =>
      left.draft[key] === original[key] ? fresh[key] : left.draft[key];
    return {
      draft: {
        id: null,
        name: kept('name'),
        phloId: kept('phloId'),
        nodeId: kept('nodeId'),
        triggerSource: kept('triggerSource'),
        role: kept('role'),
        numberFormat: kept('numberFormat'),
        apiBaseUrl: kept('apiBaseUrl'),
      },
      taken: left.taken,
    };
  });
}

/** The lines that are taken, or what is wrong with the fields of each, by its place. */
export function judgeFound(
  found: readonly FoundLine[],
  lines: readonly Line[],
): Result<Line[], ReadonlyMap<number, DraftProblems>> {
  const problems = new Map<number, DraftProblems>();
  const taken = new Map<string, Line>();
  for (const [place, { draft, taken: isTaken }] of found.entries()) {
    if (!isTaken) continue;
    const known = [...lines, ...taken.values()];
    const id = lineAtNode(draft, known)?.id ?? null;
    const judged = judgeDraft({ ...draft, id }, known);
    if (judged.ok) taken.set(judged.value.id, judged.value);
    else problems.set(place, judged.error);
  }
  return problems.size > 0 ? err(problems) : ok([...taken.values()]);
}

/** What can be done with the sign-in that was found. */
export type FoundSignIn =
  | { readonly kind: 'none' }
  /** The administrator set another account. */
  | { readonly kind: 'other-account'; readonly authId: string }
  /** The administrator's own file gives this account's token. */
  | { readonly kind: 'token-from-file' }
  | {
      readonly kind: 'offered';
      /** As it was found, else the account in use; empty where there is none. */
      readonly authId: string;
      readonly locked: boolean;
      readonly token: boolean;
    };

export function signInOf(
  { authId: found, token }: ArtefactPreview,
  { settings, sources, credentials }: Pick<ManagerState, 'settings' | 'sources' | 'credentials'>,
): FoundSignIn {
  if (found === null && token === 'absent') return { kind: 'none' };
  const inUse = settings.authId;
  const locked = sources.authId === 'enforced';
  const authId = found ?? inUse ?? '';
  if (locked && authId !== inUse) return { kind: 'other-account', authId };
  const fromFile = credentials === 'from-file' || credentials === 'file-unusable';
  if (fromFile && authId === inUse) return { kind: 'token-from-file' };
  return { kind: 'offered', authId, locked, token: token === 'found' };
}

/** An Auth ID as typed, or null where it is none. */
export function judgeAuthId(text: string): string | null {
  const authId = text.trim();
  return authIdPattern.test(authId) ? authId : null;
}
