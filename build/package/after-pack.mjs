// electron-builder calls this when the program's folder is complete, before fuses and signatures.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Arch } from 'electron-builder';
import { runnerImport } from 'vite';

import { listAsar } from './asar-listing.mjs';
import { iconFolder } from './configuration.mjs';
import { contentFaults } from './contents.mjs';
import { PROJECT } from '../project.mjs';
import { isTrial, TRIAL_WARNING } from './trial.mjs';

/** Of a long list of faults. */
const SHOWN = 20;

/** Where deb and rpm put Baton, and where an administrator unpacks the archive. */
const INSTALLED = '/opt/Baton/bin/baton';

/** Where the program's own way of writing desktop entries lies. */
const SOURCES = join(PROJECT, 'electron/config');

/**
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, arch, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  const platform = platformOf(electronPlatformName);
  const faults = contentFaults(listAsar(join(resources, 'app.asar')), {
    platform,
    arch: Arch[arch],
  });
  if (faults.length > 0) throw new Error(`The package is not right. ${inWords(faults)}`);

  if (platform === 'linux') {
    await writeDesktopFiles(appOutDir, packager.config.linux?.desktop ?? {});
    copyIcons(iconFolder(packager.projectDir), join(appOutDir, 'share', 'icons', 'hicolor'));
  }
  const released = readReleasedElectron(packager.projectDir);
  if (isTrial(packager.config.electronVersion ?? '', released)) {
    writeFileSync(join(resources, 'FOR-TRIALS-ONLY.txt'), `${TRIAL_WARNING}\n`);
  }
}

/** @param {readonly string[]} faults */
function inWords(faults) {
  const more = faults.length > SHOWN ? `\n… and ${faults.length - SHOWN} more` : '';
  return `${faults.slice(0, SHOWN).join('\n')}${more}`;
}

/** @param {string} name */
function platformOf(name) {
  if (name === 'linux' || name === 'darwin' || name === 'win32') return name;
  throw new Error(`Baton is not packaged for ${name}.`);
}

/**
 * A deb and an rpm put an entry of their own into the menu; an archive brings its files along.
 * @param {string} folder
 * @param {import('electron-builder').LinuxConfiguration['desktop'] & {}} desktop
 */
async function writeDesktopFiles(folder, desktop) {
  /** @type {{ module: typeof import('../../electron/config/desktop-entry') }} */
  const { module: entries } = await runnerImport(join(SOURCES, 'desktop-entry.ts'));
  /** @type {{ module: typeof import('../../electron/config/autostart-entry') }} */
  const { module: autostart } = await runnerImport(join(SOURCES, 'autostart-entry.ts'));
  const fields = {
    Type: 'Application',
    Name: 'Baton',
    Exec: `${entries.execLine([INSTALLED])} %U`,
    Icon: 'baton',
    Terminal: 'false',
    StartupWMClass: 'baton',
    Categories: 'Office;',
    MimeType: 'x-scheme-handler/baton;',
    ...desktop.entry,
  };
  const entry = entries.desktopEntry(fields, desktop.desktopActions ?? {});
  writeInto(join(folder, 'share', 'applications'), 'baton.desktop', entry);
  writeInto(
    join(folder, 'share', 'autostart'),
    'baton.desktop',
    autostart.autostartEntry([INSTALLED, '--hidden']),
  );
}

/**
 * @param {string} drawn
 * @param {string} theme the folder of an icon theme
 */
function copyIcons(drawn, theme) {
  for (const file of readdirSync(drawn).filter((name) => name.endsWith('.png'))) {
    const size = file.slice(0, -'.png'.length);
    cpSync(join(drawn, file), join(theme, size, 'apps', 'baton.png'));
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} text
 */
function writeInto(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** @param {string} project */
function readReleasedElectron(project) {
  return JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).devDependencies.electron;
}
