import { describe, expect, it } from 'vitest';

import {
  artefactErrorSchema,
  takeErrorSchema,
  type ArtefactError,
  type TakeError,
} from '../../../electron/contract/artefacts';
import { readFailure, takeFailure } from '../../../renderer/manager/import/import-failures';
import { spoken } from '../../../renderer/manager/widgets/Problem';

const unreadable = { code: 'artefact-file', name: '.env', reason: 'file-unreadable' } as const;
const readErrors: readonly ArtefactError[] = [
  { code: 'artefact-too-large' },
  { code: 'artefact-not-recognised', mayHoldToken: false },
  { code: 'too-many-artefacts' },
  { code: 'preview-gone' },
  { ...unreadable, cause: 'EACCES' },
  ...(
    [
      'file-absent',
      'file-unreadable',
      'no-plain-file',
      'file-too-large',
      'format-unknown',
      'encoding-unknown',
    ] as const
  ).map((reason): ArtefactError => ({ code: 'artefact-file', name: '.env', reason })),
];
const full = { code: 'settings-unwritable', cause: 'ENOSPC' } as const;
const takeErrors: readonly TakeError[] = [
  { code: 'preview-gone' },
  { code: 'too-many-lines' },
  { code: 'token-not-kept', error: { code: 'keychain-timeout' } },
  ...(['nothing', 'token', 'sign-in'] as const).map((saved): TakeError => ({
    code: 'settings-not-changed',
    saved,
    error: full,
  })),
];

const codesOf = (schema: { options: readonly { shape: { code: { value: string } } }[] }) =>
  schema.options.map(({ shape }) => shape.code.value);

describe('why something was not imported', () => {
  it('is said in three parts, whatever it is', () => {
    expect(new Set(readErrors.map(({ code }) => code))).toEqual(
      new Set(codesOf(artefactErrorSchema)),
    );
    expect(new Set(takeErrors.map(({ code }) => code))).toEqual(new Set(codesOf(takeErrorSchema)));
    const texts = [
      ...readErrors.map((error) => readFailure(error, null)),
      ...takeErrors.map((error) => takeFailure(error)),
    ];
    for (const text of texts) {
      expect(text.title, spoken(text)).not.toBe('');
      expect(spoken(text)).not.toMatch(/[{}]|manager\./u);
    }
  });

  it('names the file and the cause', () => {
    expect(readFailure({ ...unreadable, cause: 'EACCES' }, null)).toMatchObject({
      title: '“.env” was not read',
      cause: '(EACCES)',
    });
  });

  it('says what became of a pasted text, and of a file nothing', () => {
    const error = { code: 'artefact-not-recognised', mayHoldToken: true } as const;
    expect(readFailure(error, 'kept').body).toContain('Your text is still there.');
    expect(readFailure(error, 'cleared').body).toContain('the field is empty again');
    expect(readFailure(error, null).body).not.toMatch(/your text|the field/iu);
  });

  it('says how much of it was saved before it failed', () => {
    const [nothing, token, signIn] = takeErrors.slice(3).map((error) => takeFailure(error));
    expect(nothing?.body).toBe('Nothing was changed: ENOSPC.');
    expect(token?.body).toBe('The Auth token is stored. The Auth ID and the lines are not saved.');
    expect(signIn?.body).toBe('The sign-in is saved. The lines are not.');
    expect(signIn?.cause).toBe('(ENOSPC)');
    const refused = takeFailure({
      code: 'token-not-kept',
      error: { code: 'keychain-unavailable', cause: 'no bus' },
    });
    expect(refused.title).toBe('No system keychain');
    expect(refused.body).toMatch(/^Nothing was saved\. /u);
  });
});
