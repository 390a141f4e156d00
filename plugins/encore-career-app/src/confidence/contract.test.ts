import { readFileSync } from 'fs';
import { join } from 'path';

import { type DataFrame, toDataFrame } from '@grafana/data';

import { eventsMarkdown, rolesMarkdown } from './contract';
import { groupFields } from './fields';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
/** Formatters pad the cells of a table. */
const unpadded = (table: string) =>
  table
    .trim()
    .replace(/ *\| */g, '|')
    .replace(/-{3,}/g, '---');
const between = (mark: string) => unpadded(readme.split(`<!-- ${mark} -->`)[1].split(`<!-- /${mark} -->`)[0]);

function exampleFrame(): DataFrame {
  const [head, ...rows] = readme
    .split('```csv\n')[1]
    .split('\n```')[0]
    .split('\n')
    .map((line) => line.split(','));
  const fields = head.map((name, i) => ({
    name,
    type: i === 0 ? 'time' : 'number',
    values: rows.map((cells) => (i === 0 ? Date.parse(cells[0]) : cells[i] === '' ? null : Number(cells[i]))),
  }));
  return toDataFrame({ fields });
}

describe('README', () => {
  it('holds the tables of the contract in code', () => {
    expect(between('roles')).toBe(unpadded(rolesMarkdown()));
    expect(between('events')).toBe(unpadded(eventsMarkdown()));
  });

  it('has a CSV example that is read as history, expected value and two bands', () => {
    const [group] = groupFields([exampleFrame()], { fields: {}, level: 80 });
    expect(group.actual?.name).toBe('listeners');
    expect(group.mean?.name).toBe('p50');
    expect(group.pairs.map(({ level, lower, upper }) => [level, lower?.name, upper?.name])).toEqual([
      [90, 'p05', 'p95'],
      [50, 'p25', 'p75'],
    ]);
  });
});
