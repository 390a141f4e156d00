import type { Params, ParamValue } from './types';

/** Grafana's `templateSrv.replace`, bound to a query's scoped variables. */
export type Replace = (text: string, format: (value: unknown) => string) => string;

export interface Interpolated {
  params: Params;
  /** What a variable can't stand for, in the form `field: reason`. */
  problems: string[];
}

/**
 * Puts template variables into every parameter. In a list, a variable with several values or All becomes as many
 * entries; where one value is asked for, several are a problem, and none is one everywhere.
 */
export function interpolateParams(params: Params, replace: Replace): Interpolated {
  const out: Params = {};
  const problems: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    const result = interpolateValue(value, replace);
    out[name] = result.value;
    if (result.problem) {
      problems.push(`${name}: ${result.problem}`);
    }
  }
  return { params: out, problems };
}

function interpolateValue(value: ParamValue, replace: Replace): { value: ParamValue; problem?: string } {
  if (Array.isArray(value)) {
    const entries = value.flatMap<string | number>((entry) =>
      typeof entry === 'number' ? entry : expand(entry, replace)
    );
    const all = [...new Set(entries)].filter((entry) => entry !== '');
    return value.length > 0 && all.length === 0 ? { value, problem: nothing(value.join(', ')) } : { value: all };
  }
  if (typeof value !== 'string' || value === '') {
    return { value };
  }
  const all = expand(value, replace);
  if (all.length > 1) {
    return { value, problem: `takes one value, but ${value} has ${all.length}: ${shorten(all)}. Choose one of them.` };
  }
  return all.length === 0 || all[0] === '' ? { value, problem: nothing(value) } : { value: all[0] };
}

const nothing = (text: string) => `${text} has no value. Choose one in the dashboard's variables.`;

const shorten = (values: string[]) => values.slice(0, 3).join(', ') + (values.length > 3 ? ', …' : '');

/** Every text that comes of one text when each variable in it takes each of its values. */
function expand(text: string, replace: Replace): string[] {
  const lists: string[][] = [];
  replace(text, (value) => {
    lists.push((Array.isArray(value) ? value : [value]).map(String));
    return '';
  });
  return product(lists).map((choice) => {
    let next = 0;
    return replace(text, () => choice[next++] ?? '');
  });
}

const product = (lists: string[][]): string[][] =>
  lists.reduce<string[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]]);
