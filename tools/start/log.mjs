import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';

const most = 10_000_000;

/**
 * A log that is never a reason to fail: what finds no room on a full disk is dropped, and later lines land again when
 * there is some.
 * @param {string} file  a large one is set aside first
 * @returns {{add: (line: string) => void, end: () => void}}
 */
export function openLog(file) {
  const quietly = (/** @type {() => void} */ work) => {
    try {
      work();
    } catch {
      // Nobody is served better by a program that ends because it cannot tell what it does.
    }
  };
  let descriptor = -1;
  quietly(() => existsSync(file) && statSync(file).size > most && renameSync(file, `${file}.1`));
  return {
    add(line) {
      quietly(() => {
        if (descriptor < 0) descriptor = openSync(file, 'a', 0o600);
        writeSync(descriptor, `${line}\n`);
      });
    },
    end() {
      quietly(() => descriptor >= 0 && closeSync(descriptor));
    },
  };
}
