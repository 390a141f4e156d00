import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file that holds the first key, readable by its owner alone. */
export const firstKeyFile = (dataDir: string): string => join(dataDir, 'api-key');

/** @returns undefined when there is none yet */
export async function readFirstKey(dataDir: string): Promise<string | undefined> {
  const text = await readFile(firstKeyFile(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.trim() || undefined;
}
