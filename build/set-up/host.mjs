import { readFileSync } from 'node:fs';

/**
 * What set-up has to know about the machine. Plain data, so that every kind can be tried anywhere.
 * @typedef {object} Host
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {string} nodeVersion without the leading v
 * @property {boolean} root
 * @property {boolean} display somebody sits before a screen that this process can reach
 * @property {Record<string, string>} osRelease the fields of /etc/os-release; empty elsewhere
 */

/** @returns {Host} this machine */
export function thisHost() {
  const { platform, arch, env } = process;
  return {
    platform,
    arch,
    nodeVersion: process.versions.node,
    root: process.getuid?.() === 0,
    display: platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']),
    osRelease: platform === 'linux' ? readOsRelease() : {},
  };
}

/** @returns {Record<string, string>} */
function readOsRelease() {
  for (const file of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      return parseOsRelease(readFileSync(file, 'utf8'));
    } catch {
      continue;
    }
  }
  return {};
}

/**
 * @param {string} text the content of an os-release file (freedesktop.org, os-release(5))
 * @returns {Record<string, string>}
 */
export function parseOsRelease(text) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Z0-9_]+)=(.*)$/u.exec(line.trim()) ?? [];
    if (name !== undefined && value !== undefined)
      fields[name] = value.replace(/^(["'])(.*)\1$/u, '$2');
  }
  return fields;
}

/**
 * @param {Host} host
 * @param {string} family such as "debian", "fedora", "arch"
 * @returns {boolean} it is that distribution or says it is like it
 */
export function isLike(host, family) {
  const { ID = '', ID_LIKE = '' } = host.osRelease;
  return host.platform === 'linux' && [ID, ...ID_LIKE.split(' ')].includes(family);
}
