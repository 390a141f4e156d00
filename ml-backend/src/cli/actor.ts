import { userInfo } from 'node:os';

/** Who works at the command line, for the audit log: the person at the keyboard, as the system knows them. */
export function actor(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return 'cli';
  }
}
