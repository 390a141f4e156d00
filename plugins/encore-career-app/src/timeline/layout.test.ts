import fc from 'fast-check';
import { createDataFrame, FieldType } from '@grafana/data';
import { careerFrames, contextOf, day, modelOf, wholeCareer } from './fixtures';
import { drawLane, groupLanes, planLane, stackLanes } from './layout';
import { reachable } from './hit';
import { type LaneScene } from './scene';
import { type Range } from './types';

function lanesOf(frames = careerFrames(), range: Range = wholeCareer, width = 1200, phone = false): LaneScene[] {
  const model = modelOf(frames);
  const ctx = { ...contextOf(model, range, width), phone };
  const groups = groupLanes(model, 'auto');
  return stackLanes(
    groups,
    groups.map((lane) => drawLane(planLane(lane, ctx), ctx)),
    ctx
  );
}
const lane = (lanes: LaneScene[], key: string) => lanes.find((l) => l.key === key)!;
const words = (l: LaneScene) => l.labels.map((label) => label.runs.map((run) => run.text).join(''));

describe('layout', () => {
  it('stacks the known kinds in their order without overlap', () => {
    const lanes = lanesOf();
    expect(lanes.map((l) => l.key)).toEqual(['tour', 'show', 'release', 'goal']);
    lanes.forEach((l, i) => expect(i === 0 || l.y === lanes[i - 1].y + lanes[i - 1].height).toBe(true));
  });

  it('counts every show of the range in exactly one run, at any zoom', () => {
    const model = modelOf(careerFrames());
    const shows = model.items.filter((item) => item.kind === 'show');
    const start = fc.integer({ min: day('2019-06-01'), max: day('2022-06-01') });
    const length = fc.integer({ min: 20 * 864e5, max: 2000 * 864e5 });
    fc.assert(
      fc.property(start, length, fc.integer({ min: 200, max: 1400 }), (from, span, width) => {
        const found = lane(lanesOf(careerFrames(), { from, to: from + span }, width), 'show');
        const members = reachable(found)
          .filter((m) => m.type !== 'jump')
          .flatMap((m) => m.items);
        const visible = shows
          .filter((item) => item.start >= from && item.start <= from + span)
          .map((item) => item.index);
        expect(members.sort((a, b) => a - b)).toEqual(visible);
      }),
      { numRuns: 60 }
    );
  });

  it('draws columns from afar and single dates from near', () => {
    expect(lane(lanesOf(), 'show').marks.some((m) => m.type === 'bucket')).toBe(true);
    const near = lane(lanesOf(careerFrames(), { from: day('2022-02-20'), to: day('2022-07-10') }), 'show');
    expect(near.marks).toHaveLength(60);
    expect(near.marks.every((m) => m.type === 'item')).toBe(true);
  });

  it('splits the tour that fills the view into its legs', () => {
    const frames = careerFrames();
    const show = frames[1].fields[0];
    show.values = show.values.map((t: number | null) => (t !== null && t > day('2022-05-01') ? t + 40 * 864e5 : t));
    frames[0].fields[1].values = [day('2022-09-01')];
    const tour = lane(lanesOf(frames, { from: day('2022-02-20'), to: day('2022-09-10') }), 'tour');
    expect(tour.marks.filter((m) => m.id.startsWith('leg')).map((m) => m.items.length)).toEqual([31, 29]);
  });

  it('folds a lane with nothing in the range and says what lies outside', () => {
    const later = lane(lanesOf(careerFrames(), { from: day('2022-03-01'), to: day('2022-06-01') }), 'release');
    expect(words(later)[0]).toContain('1 earlier');
    expect(later.marks[0].jump!.from).toBeLessThan(day('2021-10-01'));
    expect(later.height).toBeLessThan(40);
  });

  it('names a goal with its chance', () => {
    expect(words(lane(lanesOf(), 'goal'))).toEqual(['100 shows · 80% likely']);
  });

  it('puts undrawable crowds of bars into counted runs, none lost', () => {
    const n = 400;
    const fields = [
      {
        name: 'start',
        type: FieldType.time,
        values: Array.from({ length: n }, (_, i) => day('2022-01-01') + i * 1000),
      },
      { name: 'end', type: FieldType.time, values: Array.from({ length: n }, (_, i) => day('2022-06-01') + i * 1000) },
      { name: 'name', type: FieldType.string, values: Array.from({ length: n }, (_, i) => `Job ${i}`) },
    ];
    const [jobs] = lanesOf([createDataFrame({ name: 'job', fields })]);
    const members = jobs.marks.flatMap((m) => m.items).sort((a, b) => a - b);
    expect(members).toEqual(Array.from({ length: n }, (_, i) => i));
    expect(words(jobs)).toContain(String(n - 7));
  });

  it('gives each of several artists one row, the one with the next goal first', () => {
    const fields = [
      { name: 'time', type: FieldType.time, values: [day('2023-01-01'), day('2023-02-01'), day('2023-03-01')] },
      { name: 'timeEnd', type: FieldType.time, values: [null, day('2025-01-01'), day('2024-03-01')] },
      { name: 'title', type: FieldType.string, values: ['a', 'b', 'c'] },
      { name: 'kind', type: FieldType.string, values: ['show', 'goal', 'goal'] },
      { name: 'artist', type: FieldType.string, values: ['Ada', 'Ben', 'Cleo'] },
    ];
    const lanes = lanesOf([createDataFrame({ fields })]);
    expect(lanes.map((l) => [l.key, l.height])).toEqual([
      ['Cleo', 25],
      ['Ben', 25],
      ['Ada', 25],
    ]);
  });

  it('draws releases of a phone in one row of signs without names', () => {
    const release = lane(lanesOf(careerFrames(), wholeCareer, 380, true), 'release');
    expect([release.labels.length, release.marks.length]).toEqual([0, 1]);
  });

  it('draws each lane of very many as a row, with the names of single bars and the counts of runs', () => {
    const keys = Array.from({ length: 61 }, (_, i) => `Resource ${i}`);
    const fields = [
      {
        name: 'time',
        type: FieldType.time,
        values: keys.flatMap(() => [day('2020-01-01'), day('2023-01-01'), day('2023-02-01')]),
      },
      {
        name: 'timeEnd',
        type: FieldType.time,
        values: keys.flatMap(() => [day('2022-01-01'), day('2023-03-01'), day('2023-09-01')]),
      },
      { name: 'title', type: FieldType.string, values: keys.flatMap(() => ['Renovation', 'Audit', 'Move']) },
      { name: 'lane', type: FieldType.string, values: keys.flatMap((key) => [key, key, key]) },
    ];
    const lanes = lanesOf([createDataFrame({ name: 'job', fields })]);
    expect(new Set(lanes.map((l) => l.height))).toEqual(new Set([25]));
    expect(words(lanes[0]).sort()).toEqual(['2', 'Renovation']);
  });
});
