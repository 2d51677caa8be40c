import { complaintText } from '../config/config-error';
import { quoted } from '../config/quoted';
import { unreachable } from '../contract/result';
import type { CheckedConfig, TokenWay } from './check-config';
import type { CommandResult } from './history-commands';

function tokenText(way: TokenWay): string {
  switch (way) {
    case 'taken-into-keychain':
      return 'in this file; Baton takes it into the keychain and out of the file';
    case 'read-from-file':
      return 'read from the file that authTokenFile names, for each transfer';
    case 'not-in-this-file':
      return 'not in this file';
    default:
      return unreachable(way);
  }
}

const asRootText =
  'checked as root:      run it as the user who runs Baton to check what that user may read';

/** The values for a person: one line each, with the source in brackets. */
function valuesText({ asRoot, managed, person, values, token, kiosk }: CheckedConfig): string {
  const state = ({ file, found }: CheckedConfig['managed']) =>
    `${file} (${found ? 'good' : 'absent, as if empty'})`;
  const rows = values.map(({ key, value, source }) => ({
    key,
    text: `${quoted(value)} (${source})`,
  }));
  const more = Object.entries(kiosk ?? {}).map(([key, value]) => ({
    key: `kiosk.${key}`,
    text: `${quoted(value)} (enforced)`,
  }));
  const all = [...rows, { key: 'authToken', text: tokenText(token) }, ...more];
  const width = Math.max(...all.map(({ key }) => key.length)) + 2;
  return [
    `administrator's file: ${state(managed)}`,
    `your settings:        ${state(person)}`,
    ...(asRoot ? [asRootText] : []),
    '',
    ...all.map(({ key, text }) => `${key.padEnd(width)}${text}`),
  ].join('\n');
}

/** For a machine: the same as JSON, also when something is wrong. */
function machineText(checked: CheckedConfig): string {
  const { errors, managed, person, values, token, kiosk } = checked;
  const good = errors.length === 0;
  const found = {
    values: Object.fromEntries(values.map(({ key, value, source }) => [key, { value, source }])),
    authToken: token,
    kiosk,
  };
  return JSON.stringify({ good, files: { managed, person }, errors, ...(good && found) }, null, 2);
}

/** What `--check-config` prints: every value in force with its source, or every error. */
export function checkConfigResult(checked: CheckedConfig, asJson: boolean): CommandResult {
  const exitCode = checked.errors.length === 0 ? 0 : 1;
  if (asJson) return { exitCode, text: machineText(checked) };
  if (exitCode === 0) return { exitCode, text: valuesText(checked) };
  return { exitCode, text: checked.errors.map(complaintText).join('\n') };
}
