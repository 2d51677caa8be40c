import { basename } from 'node:path';

import { maxArtefactLength, maxArtefacts, type ArtefactError } from '../contract/artefacts';
import { err, ok, unreachable, type Result } from '../contract/result';
import type { DirectoryFileError } from '../contract/directory';
import { decodeText } from '../directory/import/encoding';
import { readNamedFile } from '../directory/import/read-file';

/** Bytes of the longest text that is read, where every character takes four of them. */
const largestFile = 4 * maxArtefactLength;

async function readText(file: string): Promise<Result<string, DirectoryFileError>> {
  const bytes = await readNamedFile(file, largestFile);
  if (!bytes.ok) return bytes;
  const decoded = decodeText(bytes.value);
  return decoded.ok ? ok(decoded.value.text) : decoded;
}

function fileError(file: string, { code, cause }: DirectoryFileError): ArtefactError {
  const details = { name: basename(file).slice(0, 300), ...(cause === undefined ? {} : { cause }) };
  switch (code) {
    case 'file-absent':
    case 'file-unreadable':
    case 'no-plain-file':
    case 'file-too-large':
    case 'format-unknown':
    case 'encoding-unknown':
      return { code: 'artefact-file', reason: code, ...details };
    case 'json-malformed':
    case 'vcard-malformed':
    case 'no-rows':
    case 'columns-unknown':
      // These are said of a directory's content, which nobody looks for here.
      return { code: 'artefact-file', reason: 'format-unknown', ...details };
    default:
      return unreachable(code);
  }
}

/** The texts of the files that a person chose, in their order; the first that cannot be read ends it. */
export async function readArtefactFiles(
  files: readonly string[],
): Promise<Result<readonly string[], ArtefactError>> {
  if (files.length > maxArtefacts) return err({ code: 'too-many-artefacts' });
  const texts: string[] = [];
  for (const file of files) {
    const text = await readText(file);
    if (!text.ok) return err(fileError(file, text.error));
    texts.push(text.value);
  }
  return ok(texts);
}
