import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { mayHoldToken } from '../config/artefacts/may-hold-token';
import { readArtefacts, type Artefacts } from '../config/artefacts/read-artefacts';
import type { SettingsService } from '../config/settings-service';
import {
  maxArtefacts,
  type ArtefactError,
  type ArtefactPreview,
  type TakeArtefacts,
  type TakeError,
} from '../contract/artefacts';
import type { CredentialError } from '../contract/credentials';
import type { SettingError } from '../contract/manager';
import { err, ok, type Result } from '../contract/result';
import { settingsSchema, type Line } from '../contract/settings';
import type { CredentialService } from '../credentials/credential-service';
import type { ArtefactsDesk } from '../ipc/handlers';
import { readArtefactFiles } from './artefact-files';

export interface ArtefactsDeskParts {
  readonly settings: Pick<SettingsService, 'current' | 'change'>;
  readonly credentials: Pick<CredentialService, 'save' | 'useForSession'>;
  /** A token was stored, or could not be. */
  readonly credentialsChanged: (result: Result<null, CredentialError>) => unknown;
  /** Asks the person for files to read; empty: they chose none. */
  readonly chooseFiles: () => Promise<readonly string[]>;
}

/** What was read and is not taken yet. Holds the token: it is let go of when it is taken or dropped. */
interface Found {
  readonly previewId: string;
  readonly texts: readonly string[];
  readonly artefacts: Artefacts;
}

type SettingsRefused = Extract<TakeError, { readonly code: 'settings-not-changed' }>;

const notChanged = (
  saved: SettingsRefused['saved'],
  error: SettingError,
): Result<never, TakeError> => err({ code: 'settings-not-changed', saved, error });

/** The lines with some put in the place of those with the same id, and the others added. */
function withLines(lines: readonly Line[], taken: readonly Line[]): readonly Line[] {
  const byId = new Map([...lines, ...taken].map((line) => [line.id, line]));
  return [...byId.values()];
}

/**
 * What people bring from Plivo's own artefacts (docs/behaviour.md, "Import from what there is"): read,
 * shown without its token, and taken as the person leaves it.
 */
export function openArtefactsDesk(parts: ArtefactsDeskParts): ArtefactsDesk {
  const { settings, credentials } = parts;
  let found: Found | null = null;

  function read(
    texts: readonly string[],
    addTo: string | null,
  ): Result<ArtefactPreview, ArtefactError> {
    if (addTo === null) found = null;
    else if (found?.previewId !== addTo) return err({ code: 'preview-gone' });
    const all = [...(found?.texts ?? []), ...texts];
    if (all.length > maxArtefacts) return err({ code: 'too-many-artefacts' });
    const artefacts = readArtefacts(all);
    if (!artefacts.ok && artefacts.error.code === 'artefact-too-large') return err(artefacts.error);
    // What was added brought nothing: that is to be said, though there is something.
    if (!artefacts.ok || isDeepStrictEqual(artefacts.value, found?.artefacts)) {
      return err({ code: 'artefact-not-recognised', mayHoldToken: texts.some(mayHoldToken) });
    }
    const { lines, authId, authToken, otherAccounts, placeholders } = artefacts.value;
    found = { previewId: randomUUID(), texts: all, artefacts: artefacts.value };
    const token = authToken === null ? 'absent' : 'found';
    return ok({
      previewId: found.previewId,
      lines: [...lines],
      authId,
      token,
      otherAccounts: [...otherAccounts],
      placeholders: [...placeholders],
    });
  }

  async function keep(
    { authId, token: place }: NonNullable<TakeArtefacts['signIn']>,
    token: string,
  ): Promise<Result<'nothing' | 'token', CredentialError>> {
    if (place === 'leave') return ok('nothing');
    const kept =
      place === 'keychain'
        ? await credentials.save(authId, token)
        : credentials.useForSession(authId, token);
    parts.credentialsChanged(kept);
    return kept.ok ? ok('token') : kept;
  }

  /** What the administrator has set stays so: said before anything is done. */
  function lockedKey({ lines, signIn }: TakeArtefacts): 'lines' | 'authId' | null {
    const { settings: current, sources } = settings.current();
    if (lines.length > 0 && sources.lines === 'enforced') return 'lines';
    if (signIn === null || signIn.authId === current.authId) return null;
    return sources.authId === 'enforced' ? 'authId' : null;
  }

  /** First the token, which is what can fail: then nothing else was changed. */
  async function take(request: TakeArtefacts, token: string): Promise<Result<null, TakeError>> {
    const { lines, signIn } = request;
    const locked = lockedKey(request);
    if (locked !== null) return notChanged('nothing', { code: 'setting-enforced', key: locked });
    const all = settingsSchema.shape.lines.safeParse(
      withLines(settings.current().settings.lines, lines),
    );
    if (!all.success) return err({ code: 'too-many-lines' });
    let saved: SettingsRefused['saved'] = 'nothing';
    if (signIn !== null) {
      const kept = await keep(signIn, token);
      if (!kept.ok) return err({ code: 'token-not-kept', error: kept.error });
      saved = kept.value;
      if (signIn.authId !== settings.current().settings.authId) {
        const changed = await settings.change({ key: 'authId', value: signIn.authId });
        if (!changed.ok) return notChanged(saved, changed.error);
      }
      saved = 'sign-in';
    }
    if (lines.length === 0) return ok(null);
    const changed = await settings.change({ key: 'lines', value: all.data });
    return changed.ok ? ok(null) : notChanged(saved, changed.error);
  }

  return {
    read: ({ text, addTo }) => read([text], addTo),
    chooseFiles: async ({ addTo }) => {
      const files = await parts.chooseFiles();
      if (files.length === 0) return ok(null);
      const texts = await readArtefactFiles(files);
      return texts.ok ? read(texts.value, addTo) : texts;
    },
    take: async (request) => {
      if (found?.previewId !== request.previewId) return err({ code: 'preview-gone' });
      const taken = await take(request, found.artefacts.authToken ?? '');
      if (taken.ok && found?.previewId === request.previewId) found = null;
      return taken;
    },
    drop: () => {
      found = null;
    },
  };
}
