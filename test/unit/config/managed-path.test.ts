import { describe, expect, it } from 'vitest';

import { managedFilePath } from '../../../electron/config/managed-path';

describe('the administrator’s file lies', () => {
  it('in /etc on Linux, and wherever no other place is known', () => {
    expect(managedFilePath('linux', {})).toBe('/etc/baton/config.json');
    expect(managedFilePath('freebsd', { ProgramData: 'C:\\x' })).toBe('/etc/baton/config.json');
  });

  it('in the Library of the computer, not of the person, on macOS', () => {
    expect(managedFilePath('darwin', {})).toBe('/Library/Application Support/Baton/config.json');
  });

  it.each([
    [{ ProgramData: 'D:\\Shared Data' }, 'D:\\Shared Data\\Baton\\config.json'],
    [{ PROGRAMDATA: 'D:\\Shared' }, 'D:\\Shared\\Baton\\config.json'],
    [{ ProgramData: 'C:\\ProgramData\\' }, 'C:\\ProgramData\\Baton\\config.json'],
    [{}, 'C:\\ProgramData\\Baton\\config.json'],
    [{ ProgramData: '' }, 'C:\\ProgramData\\Baton\\config.json'],
    [{ ProgramData: 'relative' }, 'C:\\ProgramData\\Baton\\config.json'],
    [{ ProgramData: '\\\\server\\share' }, 'C:\\ProgramData\\Baton\\config.json'],
  ])('in the folder of program data on Windows: %j', (environment, path) => {
    expect(managedFilePath('win32', environment)).toBe(path);
  });
});
