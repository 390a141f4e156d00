import { access } from 'node:fs/promises';
import { badRequest } from '../errors.ts';
import { findFormat, formats } from '../ingest/catalogue.ts';

/**
 * Tells format and files apart in `import [format] <file...>`. The first word is the format when it is the name of one,
 * or when it can be nothing else: no path, and no file of that name.
 * @throws EncoreError IMPORT_NO_FILE, IMPORT_UNKNOWN_FORMAT
 */
export async function formatAndFiles(
  words: readonly string[]
): Promise<{ format: string | undefined; files: readonly string[] }> {
  const [first = '', ...rest] = words;
  const known = formats.some(({ name }) => name === first);
  if (known && rest.length > 0) return { format: first, files: rest };
  if (!/[./\\]/.test(first) && !(await exists(first))) {
    if (!known) findFormat(first);
    throw badRequest('IMPORT_NO_FILE', `name the files behind the format: import ${first} <file...>`, 'file');
  }
  return { format: undefined, files: words };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false
  );
