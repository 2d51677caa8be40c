/**
 * Makes the exit code that was set the one that this process ends with: a library that
 * electron-builder brings ends it with 0 as soon as there is nothing left to do.
 */
export function keepExitCode() {
  const { exitCode } = process;
  process.on('exit', () => {
    process.exitCode = exitCode;
  });
}
