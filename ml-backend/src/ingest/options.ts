import { badRequest } from '../errors.ts';
import { shorten } from './values/badValue.ts';

/**
 * Reads `date=Paid on,amount=Net,currency=EUR`. A comma inside a column's name is kept when no `part=` follows it.
 * @throws EncoreError IMPORT_BAD_MAP
 */
export function parseMap(texts: readonly string[]): Record<string, string> | undefined {
  const map: Record<string, string> = {};
  for (const text of texts.flatMap((given) => given.split(/,(?=\s*[a-z_]+\s*=)/))) {
    const at = text.indexOf('=');
    const key = text.slice(0, Math.max(at, 0)).trim();
    const name = text.slice(at + 1).trim();
    if (!/^[a-z_]+$/.test(key) || !name) {
      throw badRequest(
        'IMPORT_BAD_MAP',
        `--map "${shorten(text, 60)}" is not understood; write it as date=Paid on,amount=Net`,
        'map'
      );
    }
    map[key] = name;
  }
  return texts.length > 0 ? map : undefined;
}
