import { createInterface } from 'node:readline';

/**
 * What a program prints, line by line, to be waited for.
 * @typedef {object} ProgramLines
 * @property {(what: string, pattern: RegExp, limitMs?: number) => Promise<string>} waitFor
 *   takes the first line that matches, whenever it came; rejects when the program ends or the limit
 *   passes without one
 */

/**
 * @param {import('node:child_process').ChildProcess} child with a piped stdout
 * @returns {ProgramLines}
 */
export function readLines(child) {
  /** @type {string[]} */
  const unread = [];
  let ended = false;
  let notify = () => {};
  if (child.stdout === null) throw new Error('The program has no piped stdout.');
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    unread.push(line);
    notify();
  });
  reader.on('close', () => {
    ended = true;
    notify();
  });

  return {
    waitFor(what, pattern, limitMs = 30_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          notify = () => {};
          reject(new Error(`${what}: nothing of it within ${limitMs / 1000} s.`));
        }, limitMs);
        notify = () => {
          const at = unread.findIndex((line) => pattern.test(line));
          const [line] = at === -1 ? [] : unread.splice(at, 1);
          if (line === undefined && !ended) return;
          notify = () => {};
          if (line !== undefined) {
            clearTimeout(timer);
            resolve(line);
            return;
          }
          clearTimeout(timer);
          reject(new Error(`${what}: Baton ended before.`));
        };
        notify();
      });
    },
  };
}
