import { isLike } from './host.mjs';
import { debianName } from './system-packages.mjs';

/**
 * What set-up found missing. Each finding is made before anything is changed.
 * @typedef {object} Findings
 * @property {readonly import('./system-packages.mjs').SystemPackage[]} missingPackages
 * @property {boolean} nodeModulesWritable
 */

/**
 * @typedef {{ kind: 'go', install: string[][] } | { kind: 'refuse', lines: string[] }} Plan
 *   `install` holds commands to run as they are; `lines` is what the person reads
 */

/** The lowest Node that the tools run on, as in package.json's `engines`. */
const LOWEST_NODE = { major: 20, minor: 19 };

const NO_QUESTIONS = ['install', '-y', '--no-install-recommends'];

/**
 * Decides, before anything is touched, whether set-up can be carried through here. It never starts
 * what it cannot finish: a person is given the commands instead.
 * @param {import('./host.mjs').Host} host
 * @param {Findings} findings
 * @returns {Plan}
 */
export function planSetUp(host, { missingPackages, nodeModulesWritable }) {
  const refusal = nodeRefusal(host);
  if (refusal !== null) return { kind: 'refuse', lines: refusal };
  if (!nodeModulesWritable) {
    return {
      kind: 'refuse',
      lines: [
        "Baton's folder cannot be written to by this user, and node modules are to be installed there.",
        'Nothing was changed. Run this as the owner of the folder, or take a copy of your own.',
      ],
    };
  }
  if (missingPackages.length === 0) return { kind: 'go', install: [] };
  if (host.root && isLike(host, 'debian')) {
    const names = missingPackages.map((one) => debianName(host, one));
    return {
      kind: 'go',
      install: [
        ['apt-get', 'update', '-q'],
        ['apt-get', '-q', ...NO_QUESTIONS, ...names],
      ],
    };
  }
  return {
    kind: 'refuse',
    lines: [
      'Baton needs packages of the system that are missing and that may not be installed from here.',
      'Nothing was changed. Run these commands, then the same one again:',
      '',
      ...commandsFor(host, missingPackages).map((command) => `  ${command}`),
    ],
  };
}

/**
 * @param {import('./host.mjs').Host} host
 * @returns {string[] | null}
 */
function nodeRefusal({ nodeVersion }) {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const enough =
    major > LOWEST_NODE.major || (major === LOWEST_NODE.major && minor >= LOWEST_NODE.minor);
  if (enough) return null;
  return [
    `Baton needs Node ${LOWEST_NODE.major}.${LOWEST_NODE.minor} or later; this is ${nodeVersion}.`,
    'Nothing was changed. Install a current Node from https://nodejs.org/, then run this again.',
  ];
}

/**
 * @param {import('./host.mjs').Host} host
 * @param {readonly import('./system-packages.mjs').SystemPackage[]} missing
 * @returns {string[]}
 */
function commandsFor(host, missing) {
  const sudo = host.root ? '' : 'sudo ';
  if (isLike(host, 'debian')) {
    const names = missing.map((one) => debianName(host, one));
    return [`${sudo}apt-get update`, `${sudo}apt-get ${[...NO_QUESTIONS, ...names].join(' ')}`];
  }
  if (isLike(host, 'fedora') || isLike(host, 'rhel')) {
    return [`${sudo}dnf install -y ${unique(missing.map((one) => one.fedora))}`];
  }
  if (isLike(host, 'arch')) {
    return [`${sudo}pacman -S --needed ${unique(missing.map((one) => one.arch))}`];
  }
  return [
    `(with this system's package manager; Debian's names) ${missing.map((one) => one.debian).join(' ')}`,
  ];
}

/** @param {readonly string[]} names */
function unique(names) {
  return [...new Set(names.flatMap((name) => name.split(' ')))].join(' ');
}
