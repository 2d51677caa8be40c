import { resolve } from 'node:path';

import { err, ok, type Result } from '../contract/result';
import {
  managedFileSchema,
  settingKeys,
  type SettingKey,
  type Settings,
} from '../contract/settings';
import { parseUrl } from '../contract/url';
import { practiceLineId } from './active-line';
import { largestDocument } from './bounded-file';
import { configComplaints } from './config-error';
import { readDocument } from './json-document';
import { managedRules } from './managed-rules';

/** What stands above each setting. Like the reference page, in English: administrators read it. */
const comments: Readonly<Record<SettingKey, string>> = {
  lines: 'The lines: pairs of PHLO and node under a name.',
  activeLine: 'Id of the line in use. null: the first one, or the practice line.',
  region: 'Region that numbers without a country code belong to.',
  shortcut: 'The shortcut that opens Baton, anywhere.',
  holdBackSeconds: 'Seconds in which a transfer can be undone before it is sent.',
  closeAfterMs: 'Milliseconds until the popup closes after an accepted transfer. null: it stays.',
  clipboardOffer: 'Offer a number that was copied.',
  authId: 'Auth ID of the Plivo account. The Auth token is not here: see below.',
  updates: 'Look for new versions of Baton.',
  destinations: 'Who may be transferred to. Patterns are whole addresses with * as wildcard.',
  favourites: 'People with a key of their own.',
  directory: 'Files with people. The paths are those of the computer that this comes from.',
  historyDays: 'Days for which the history of transfers is kept.',
  launchAtLogin: 'Start Baton when the person logs in.',
  theme: 'Colours of the windows.',
  language: 'Language of the windows.',
  network: 'The way to Plivo. A caFile is a path of the computer that this comes from.',
};

const heading = `// Settings of Baton, as they were in force where this file was exported.
//
// As a managed file it sets up other computers: docs/managed-settings.md says where it lies. Check it
// there with: baton --check-config
//
// All of it stands under "defaults": it holds until a person sets something else. What nobody may
// change goes under "enforced", in the same form. What is left out is as Baton brings it.
`;

const ending = `
  // The Auth token is in no export. Each person enters it under Account; or give Baton a file with
  // the token alone:
  // "credentials": { "authId": "MA...", "authTokenFile": "/home/agent/.config/baton-token" },
`;

/** Where the relative paths of the settings start. */
export interface ExportFolders {
  readonly directory: string;
  readonly caFile: string;
}

/** A proxy's address without the name and password that it may hold. */
function withoutSignIn(proxy: string): string {
  const url = parseUrl(proxy);
  if (url === null || (url.username === '' && url.password === '')) return proxy;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The settings as another computer can take them: no secret, no path that starts somewhere else. */
export function portableSettings(settings: Settings, folders: ExportFolders): Settings {
  const { lines, activeLine, directory, network } = settings;
  const isThere = activeLine === practiceLineId || lines.some(({ id }) => id === activeLine);
  return {
    ...settings,
    // A line that is gone counts as none; in a managed file it would be an error.
    activeLine: isThere ? activeLine : null,
    directory: { files: directory.files.map((file) => resolve(folders.directory, file)) },
    network: {
      ...network,
      proxy: withoutSignIn(network.proxy),
      caFile: network.caFile === null ? null : resolve(folders.caFile, network.caFile),
    },
  };
}

/** Why a managed file with these settings would be refused. */
export interface NotExportable {
  /** The first key that would be, such as `defaults.lines[0].triggerSource`. */
  readonly key: string;
  readonly expected: string;
}

const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);

/**
 * The settings in force as a managed file with comments (docs/behaviour.md, "Export of the settings"):
 * read as one, it gives the same settings. Without the token, which the settings do not hold, and
 * without the sign-in of a proxy.
 */
export function exportManaged(
  settings: Settings,
  folders: ExportFolders,
): Result<string, NotExportable> {
  const portable = portableSettings(settings, folders);
  const entries = settingKeys.map((key) => {
    const value = indented(JSON.stringify(portable[key], null, 2), '    ');
    return `    // ${comments[key]}\n    ${JSON.stringify(key)}: ${value},\n`;
  });
  const text = `${heading}{\n  "version": 1,\n\n  "defaults": {\n${entries.join('\n')}  },\n${ending}}\n`;
  const bytes = Buffer.from(text);
  if (bytes.length > largestDocument) {
    const expected = `a file of at most ${largestDocument / 1024} KiB`;
    return err({ key: 'defaults', expected });
  }
  const read = readDocument(managedFileSchema, 'export', bytes, managedRules);
  if (read.ok) return ok(text);
  const [first] = configComplaints(read.error);
  return err({ key: first?.key ?? 'defaults', expected: first?.expected ?? '' });
}
