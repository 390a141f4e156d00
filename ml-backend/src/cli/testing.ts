import { jest } from '@jest/globals';
import { Command } from 'commander';

/**
 * Runs a command of `encore` in this process.
 * @param register of the command's file, as cli.ts calls it
 * @param words    what stands after `encore`
 * @returns what it prints on standard output, and the exit code that it sets, which is forgotten then
 * @throws CommanderError for words that it does not take; whatever the command throws
 */
export async function runCommand(
  register: (program: Command) => void,
  ...words: string[]
): Promise<{ out: string; code: typeof process.exitCode }> {
  let out = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    // Set before the commands are made, which inherit it: what is refused throws instead of ending the tests.
    const program = new Command('encore').exitOverride().configureOutput({ writeErr: () => undefined });
    register(program);
    await program.parseAsync(['node', 'encore', ...words]);
    return { out, code: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = undefined;
  }
}
