import { posix, win32 } from 'node:path';

/**
 * Where the administrator's file lies when no `--config` names another (docs/behaviour.md,
 * "Managed settings"). Windows moves its folder of program data on some computers and says so in
 * the environment; what is no absolute path there is not taken.
 */
export function managedFilePath(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'darwin') return '/Library/Application Support/Baton/config.json';
  if (platform !== 'win32') return posix.join('/etc', 'baton', 'config.json');
  const named = environment['ProgramData'] ?? environment['PROGRAMDATA'] ?? '';
  const programData = /^[A-Za-z]:[\\/]/.test(named) ? named : 'C:\\ProgramData';
  return win32.join(programData, 'Baton', 'config.json');
}
