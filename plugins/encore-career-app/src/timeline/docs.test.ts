import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import deDE from './locales/de-DE/encore-careertimeline-panel.json';
import enUS from './locales/en-US/encore-careertimeline-panel.json';
import { type Role, roles } from './roles';

type Tree = { [key: string]: Tree | string };

function flat(tree: Tree, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`))
    )
  );
}

const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(path.join(__dirname, file), 'utf8'))
  .join('\n');
const said = [...sources.matchAll(/\bsay\(\s*'([\w.]+)'/g)].map((m) => m[1]);
const counted = [...sources.matchAll(/\bsayCount\(\s*'([\w.]+)'/g)].map((m) => m[1]);

/** A role as a row of the README's table. */
const row = ({ label, names, types, required, says }: Role): string =>
  `| ${label} | ${names.map((name) => `\`${name}\``).join(', ')} | ${types.join(' or ')} | ${required ? 'yes' : ''} | ${says} |`;
const unpadded = (text: string) => text.replace(/ +\|/g, ' |').replace(/\| +/g, '| ');

describe('README', () => {
  it('tells the contract of roles.ts, row by row', () => {
    const readme = readFileSync(path.join(__dirname, 'README.md'), 'utf8');
    for (const role of roles) {
      expect(unpadded(readme)).toContain(unpadded(row(role)));
    }
  });
});

describe('translations', () => {
  const english = flat(enUS);
  const german = flat(deDE);
  const wanted = [
    ...said.map((id) => `timeline.${id}`),
    ...counted.flatMap((id) => [`timeline.${id}_one`, `timeline.${id}_other`]),
    ...roles.flatMap(({ key }) => [`timeline.role.${key}.label`, `timeline.role.${key}.says`]),
  ];

  it('has every text that the panel says, and none that it does not', () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(wanted)].sort());
  });

  it('has the same texts in German', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it('uses the same values in both languages', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
    for (const key of Object.keys(english)) {
      expect({ key, values: values(german[key]) }).toEqual({ key, values: values(english[key]) });
    }
  });
});
