import { describe, expect, it } from 'vitest';

import {
  columnMeanings,
  fileErrorCodes,
  rejectReasons,
  type ImportPreview,
} from '../../../electron/contract/directory';
import {
  directoryFailure,
  fileFailure,
} from '../../../renderer/manager/directory/directory-failures';
import {
  findsAddresses,
  isComplete,
  proposedMapping,
  withMeaning,
} from '../../../renderer/manager/directory/files/mapping';
import { watching } from '../../../renderer/manager/directory/files/watched-files';
import { spoken } from '../../../renderer/manager/widgets/Problem';
import { t } from '../../../renderer/ui/texts';

const preview: ImportPreview = {
  previewId: 'p',
  name: 'export.csv',
  format: 'csv',
  encoding: 'UTF-8',
  rows: 2,
  needsMapping: false,
  columns: [
    { header: 'Name', samples: ['Maria'], meaning: 'name' },
    { header: 'Phone', samples: ['+1 415 555 0134'], meaning: 'number' },
    { header: 'Mobile', samples: [], meaning: 'ignore' },
  ],
};

describe('the columns of a file', () => {
  it('start as what they seem to be', () => {
    expect(proposedMapping(preview)).toEqual(['name', 'number', 'ignore']);
  });

  it('give a meaning that only one can have to the last that was chosen for it', () => {
    expect(withMeaning(['name', 'number', 'ignore'], 2, 'name')).toEqual([
      'ignore',
      'number',
      'name',
    ]);
  });

  it('may hold several numbers, SIP addresses and other names', () => {
    for (const meaning of ['number', 'sip', 'alias', 'ignore'] as const) {
      expect(withMeaning([meaning, 'name'], 1, meaning)).toEqual([meaning, meaning]);
    }
  });

  it('must have a number or a SIP address, unless the file has no columns', () => {
    expect(findsAddresses(['name', 'alias', 'department'])).toBe(false);
    expect(isComplete(preview, ['name', 'sip', 'ignore'])).toBe(true);
    expect(isComplete(preview, ['name', 'ignore', 'ignore'])).toBe(false);
    expect(isComplete({ ...preview, columns: [] }, [])).toBe(true);
  });
});

describe('the files that are watched', () => {
  it('are one more', () => {
    expect(watching({ files: ['a.csv'] }, '/srv/team.csv')).toEqual({
      ok: true,
      value: { files: ['a.csv', '/srv/team.csv'] },
    });
  });

  it('are not the same one twice, not more than there can be, and not a path without end', () => {
    const files = Array.from({ length: 100 }, (_, index) => `${index}.csv`);
    expect(watching({ files: ['./a.csv'] }, 'a.csv')).toEqual({ ok: false, error: 'known' });
    expect(watching({ files }, 'a.csv')).toEqual({ ok: false, error: 'full' });
    expect(watching({ files: [] }, 'x'.repeat(4097))).toEqual({ ok: false, error: 'tooLong' });
  });
});

describe('what goes wrong with the directory', () => {
  it('is told in three parts for every code, with place and cause where there are any', () => {
    for (const code of fileErrorCodes) {
      expect(spoken(fileFailure({ code })), code).not.toMatch(/[{}]|manager\./u);
    }
    expect(fileFailure({ code: 'json-malformed', line: 3, cause: 'EOF' }).cause).toBe(
      '(line 3, EOF)',
    );
    const codes = [
      { code: 'preview-gone' },
      { code: 'source-gone' },
      { code: 'directory-unwritable', cause: 'ENOSPC' },
      { code: 'directory-unavailable', cause: 'ENOSPC' },
      { code: 'ipc-internal' },
    ] as const;
    for (const error of codes) {
      const text = spoken(directoryFailure(error));
      expect(text, error.code).not.toMatch(/[{}]|manager\./u);
      expect(text.includes('ENOSPC'), error.code).toBe('cause' in error);
    }
  });

  it('is worded for every rejected row, and every column has a name', () => {
    for (const reason of rejectReasons) {
      expect(t(`manager.directory.rejectedRows.reasons.${reason}`)).not.toContain('manager.');
    }
    for (const meaning of columnMeanings) {
      expect(t(`manager.directory.meanings.${meaning}`)).not.toContain('manager.');
    }
  });
});
