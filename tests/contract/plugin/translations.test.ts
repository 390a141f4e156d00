import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugins, readJson, source } from './built.ts';

type Texts = { [key: string]: string | Texts };

/** Texts by their dotted key. */
function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

const texts = (folder: string, id: string, language: string) =>
  flatten(readJson<Texts>(join(source, folder, 'locales', language, `${id}.json`)));

const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*\w+|<\/?\d+\/?>/g))].sort();

/** Keys and default texts in calls of t() whose both arguments are plain strings. */
function spoken(folder: string): Array<{ key: string; text: string; file: string }> {
  const files = globSync(folder ? `${folder}/**/*.{ts,tsx}` : '{*.tsx,pages/**/*.{ts,tsx}}', { cwd: source });
  const call = /\bt\(\s*'([\w.-]+)',\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*[,)]/g;
  return files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(call)].map(([, key, single, double]) => ({
        key: key!,
        text: (single ?? double ?? '').replace(/\\(.)/g, '$1'),
        file,
      }))
    );
}

describe.each(plugins.map(({ folder, json }) => ({ id: json.id, folder })))('texts of $id', ({ id, folder }) => {
  const has = existsSync(join(source, folder, 'locales'));

  it('are there in English and German, each with the same placeholders', () => {
    expect(has).toBe(true);
    const english = texts(folder, id, 'en-US');
    const german = texts(folder, id, 'de-DE');
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english) {
      expect(text).not.toBe('');
      expect({ key, placeholders: placeholders(german.get(key)!) }).toEqual({ key, placeholders: placeholders(text) });
    }
  });

  it('are what the sources say in English', () => {
    const english = texts(folder, id, 'en-US');
    const wrong = spoken(folder).filter(({ key, text }) => english.get(key) !== text);
    expect(wrong).toEqual([]);
  });
});
