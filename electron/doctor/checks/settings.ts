import type { CheckedConfig } from '../../cli/check-config';
import type { Finding } from '../../contract/doctor';
import { finding } from '../check-up';

/** What `--check-config` finds: the administrator's file, and the person's own settings. */
export function settingsFinding({ errors, managed }: CheckedConfig): Finding {
  const [first] = errors;
  if (first === undefined) {
    return finding(managed.found ? 'settings-good' : 'settings-none', { file: managed.file });
  }
  const { file, line, column, key, expected } = first;
  return finding('settings-faults', {
    file,
    ...(line === null ? {} : { place: `${line}:${column ?? 1}` }),
    ...(key === null ? {} : { key }),
    expected,
    ...(errors.length > 1 ? { faults: errors.length } : {}),
  });
}
