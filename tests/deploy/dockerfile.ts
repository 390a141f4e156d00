import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './compose.ts';

export interface Instruction {
  /** Upper case: FROM, COPY, RUN … */
  name: string;
  /** `--from=build` and the like, by name. */
  flags: Record<string, string>;
  /** Words, or the members of the JSON form. */
  args: string[];
}

export interface Stage {
  name: string | undefined;
  base: string;
  instructions: Instruction[];
}

/** The stages of a Dockerfile of the repository; the first one holds the ARGs before any FROM. */
export function readDockerfile(path: string): { global: Instruction[]; stages: Stage[] } {
  const lines = readFileSync(join(root, path), 'utf8')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim());
  const global: Instruction[] = [];
  const stages: Stage[] = [];
  for (const instruction of lines.map(readInstruction)) {
    if (instruction.name === 'FROM') {
      const [base = '', , name] = instruction.args;
      stages.push({ name, base, instructions: [] });
    } else (stages.at(-1)?.instructions ?? global).push(instruction);
  }
  return { global, stages };
}

function readInstruction(line: string): Instruction {
  const [, name = '', rest = ''] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? [];
  const flags: Record<string, string> = {};
  const words = rest.replace(/--([\w-]+)=(\S+)\s*/g, (flag, key: string, value: string) => {
    if (name.toUpperCase() === 'RUN' || rest.startsWith('[')) return flag;
    flags[key] = value;
    return '';
  });
  const args = words.startsWith('[') ? (JSON.parse(words) as string[]) : words.trim().split(/\s+/);
  return { name: name.toUpperCase(), flags, args };
}

/** The variables that a stage sets by ENV. */
export const environmentOf = ({ instructions }: Stage): Record<string, string> =>
  Object.fromEntries(
    instructions
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ args }) => args.map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]))
  );
