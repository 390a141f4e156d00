import { writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from '../store/connection.ts';

const everyMs = 10_000;

/**
 * Touches a file now and every ten seconds while this process gets its turns and the database answers: whoever supervises
 * a worker, which listens nowhere, looks at the file's age.
 * @throws when the file cannot be written
 */
export async function beat(db: Db, file: string, interval = everyMs): Promise<{ stop: () => void }> {
  const touch = async () => {
    await sql`SELECT 1`.execute(db);
    await writeFile(file, '');
  };
  await touch();
  const timer = setInterval(() => void touch().catch(() => undefined), interval);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
