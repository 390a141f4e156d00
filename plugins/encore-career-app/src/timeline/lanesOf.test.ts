import fc from 'fast-check';
import { drawnLanes, lanesBetween, rowLanes } from './lanesOf';
import { type LaneScene } from './scene';

const lane = (key: string, y: number, height: number): LaneScene => ({
  key,
  title: key,
  note: [],
  y,
  height,
  heading: 0,
  shapes: [],
  labels: [],
  marks: [],
  ticks: [],
  inView: 0,
});

const keysOf = (n: number) => Array.from({ length: n }, (_, i) => `lane ${i}`);

describe('rowLanes', () => {
  it('draws only the lanes that are asked for, each once', () => {
    const draw = jest.fn((i: number, y: number) => lane(`lane ${i}`, y, 25));
    const lanes = rowLanes(keysOf(5000), 25, draw);
    expect([lanes.count, lanes.height]).toEqual([5000, 125_000]);
    const seen = lanesBetween(lanes, 1000, 1500);
    expect(seen.map(({ key }) => key)).toEqual(keysOf(60).slice(40));
    lanesBetween(lanes, 1000, 1500);
    expect(draw).toHaveBeenCalledTimes(20);
  });

  it('knows each lane by its key', () => {
    const lanes = rowLanes(keysOf(3), 25, (i, y) => lane(`lane ${i}`, y, 25));
    expect([lanes.indexOf('lane 2'), lanes.indexOf('nobody')]).toEqual([2, -1]);
    expect(lanes.at(2).y).toBe(50);
  });
});

describe('lanesBetween', () => {
  it('finds the same lanes whether they are rows or drawn before', () => {
    const all = keysOf(40).map((key, i) => lane(key, i * 25, 25));
    const rows = rowLanes(keysOf(40), 25, (i) => all[i]);
    const px = fc.integer({ min: -200, max: 1200 });
    fc.assert(
      fc.property(px, px, (a, b) => {
        const [top, bottom] = [Math.min(a, b), Math.max(a, b)];
        const touching = all.filter(({ y, height }) => y + height > top && y < bottom);
        expect(lanesBetween(rows, top, bottom)).toEqual(touching);
        expect(lanesBetween(drawnLanes(all), top, bottom)).toEqual(touching);
      })
    );
  });
});
