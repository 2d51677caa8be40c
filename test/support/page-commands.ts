import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from '../../build/project.mjs';

/** The blocks of shell commands on a page of docs/, in their order: what its reader copies. */
export function commandsOfPage(name: string): string[] {
  const page = readFileSync(join(PROJECT, 'docs', name), 'utf8');
  return [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands = '']) => commands);
}

/** The one block that holds the text; throws where none does, or several. */
export function commandWith(blocks: readonly string[], text: string): string {
  const found = blocks.filter((block) => block.includes(text));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} blocks of commands hold "${text}".`);
  }
  return only;
}
