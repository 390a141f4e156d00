import { createContext, Script } from 'node:vm';

const room = createContext({ work: () => undefined as void });
const call = new Script('work()');

/**
 * Runs synchronous work and stops it after `ms`: rules from outside may have no occurrence at all, and looking for one
 * would never end.
 * @returns what the work returns, or undefined when it was stopped
 * @throws what the work throws
 */
export function stopAfter<T>(ms: number, work: () => T): T | undefined {
  let result: T | undefined;
  room.work = () => void (result = work());
  try {
    call.runInContext(room, { timeout: ms });
    return result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
