// The style rule that the accessible widgets inject at run time, for the content security policy.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'react-aria/dist/private/interactions/usePress.mjs';

/**
 * Hashes, as a policy names them, of the rules that react-aria puts into a page. They are read from
 * the installed package, so that they stay true when it is updated.
 *
 * @param {string} nodeModules folder
 * @returns {string[]}
 * @throws where the package no longer has the rule in the form that is known: then the pages would
 *   violate their policy, and somebody must look.
 */
export function injectedStyleHashes(nodeModules) {
  const code = readFileSync(join(nodeModules, SOURCE), 'utf8');
  const rule = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(code)?.[1];
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(code)?.[1];
  if (rule === undefined || attribute === undefined) {
    throw new Error(`${SOURCE} no longer injects the style rule that Baton's policy allows`);
  }
  const text = rule.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
  return [`sha256-${createHash('sha256').update(text).digest('base64')}`];
}
