import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './compose.ts';

const rules = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => ({ keeps: line.startsWith('!'), pattern: toPattern(line.replace(/^!/, '')) }));

/** Docker's patterns: `*` is any name, hidden ones too, and a double star any number of folders. */
function toPattern(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const parts = escaped.split('**/').map((part) => part.replaceAll('*', '[^/]*'));
  return new RegExp(`^${parts.join('(?:.+/)?')}$`);
}

/** Is a path of the repository kept out of the images? The last rule that names it, or a folder above it, decides. */
export function isIgnored(path: string): boolean {
  const parts = path.split('/');
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const rule = rules.findLast(({ pattern }) => above.some((one) => pattern.test(one)));
  return rule ? !rule.keeps : false;
}
