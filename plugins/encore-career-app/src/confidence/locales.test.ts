import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

import german from './locales/de-DE/encore-predictionconfidence-panel.json';
import english from './locales/en-US/encore-predictionconfidence-panel.json';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`))
    )
  );
}

function inCode(): Record<string, string> {
  const call = /\bt\(\s*'([^']+)',\s*'((?:[^'\\]|\\.)*)'/g;
  const files = readdirSync(__dirname).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));
  const texts = files.map((name) => readFileSync(join(__dirname, name), 'utf8'));
  return Object.fromEntries(texts.flatMap((text) => [...text.matchAll(call)].map(([, key, says]) => [key, says])));
}

const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('locales', () => {
  it('hold every text of the code in English, word for word', () => {
    expect(flat(english)).toEqual(inCode());
  });

  it('hold the same texts in German, with no value that the English one lacks', () => {
    const translated = flat(german);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(inCode()).sort());
    for (const [key, text] of Object.entries(flat(english))) {
      expect(holes(text)).toEqual(expect.arrayContaining(holes(translated[key])));
    }
  });
});
