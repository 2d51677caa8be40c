import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PROJECT } from '../../../build/project.mjs';
import { runProgram } from '../../../build/run-program.mjs';

const keep = join(PROJECT, 'build', 'package', 'keep-exit-code.mjs');

/** What packaging is like: the command sets its code, and a library ends the process with another. */
const program = (code: number, end: string) => `
  process.on('beforeExit', () => process.exit(0));
  process.exitCode = ${code};
  ${end}
`;

async function exitCodeOf(text: string): Promise<number | null> {
  const { code } = await runProgram(process.execPath, ['--input-type=module', '-e', text]);
  return code;
}

describe('the exit code of npm run package', () => {
  it('stays what the command said, whoever ends the process', async () => {
    const kept = `const { keepExitCode } = await import(${JSON.stringify(keep)}); keepExitCode();`;
    expect(await exitCodeOf(program(1, ''))).toBe(0);
    expect(await exitCodeOf(program(1, kept))).toBe(1);
    expect(await exitCodeOf(program(0, kept))).toBe(0);
  });

  it('is 1 for what cannot be made here, with the names of what can', async () => {
    const { code, stderr } = await runProgram(
      process.execPath,
      [join(PROJECT, 'build', 'package.mjs'), 'floppy'],
      { limitMs: 60_000 },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('floppy cannot be made here');
    expect(stderr).toContain('Usage: npm run package');
  }, 60_000);
});
