import { err, ok, type Result } from '../../../../electron/contract/result';
import { settingsSchema, type Settings } from '../../../../electron/contract/settings';

type Directory = Settings['directory'];
type WatchProblem = 'known' | 'full' | 'tooLong';

const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//u, '');

/** The directory's settings with one more file to watch. */
export function watching(directory: Directory, path: string): Result<Directory, WatchProblem> {
  if (directory.files.some((file) => plain(file) === plain(path))) return err('known');
  const wanted = settingsSchema.shape.directory.safeParse({
    ...directory,
    files: [...directory.files, path],
  });
  if (wanted.success) return ok(wanted.data);
  return err(directory.files.length >= 100 ? 'full' : 'tooLong');
}
