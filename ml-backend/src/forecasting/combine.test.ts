import { combine, weigh } from './combine.ts';
import type { MemberForecast } from './members/members.ts';
import type { MemberName } from './types.ts';

const member = (name: MemberName, ...values: number[]): MemberForecast => ({
  name,
  values: Float64Array.from(values),
  failed: false,
});

describe('weigh', () => {
  const actual = Float64Array.of(10, 10, 10, 10);
  const origins = [{ at: 2, members: [member('mstl', 11, 11), member('seasonal-naive', 13, 13)] }];

  it('gives equal shares before there is an error to go by', () => {
    expect(weigh(['mstl', 'seasonal-naive'], [], actual, 2).map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  it('gives the larger share to the smaller squared error, drawn 30% to equal shares', () => {
    const [first, second] = weigh(['mstl', 'seasonal-naive'], origins, actual, 4);
    expect(first!.weight).toBeCloseTo(0.3 / 2 + 0.7 * 0.9, 12);
    expect(first!.weight + second!.weight).toBeCloseTo(1, 12);
  });

  it('does not look at values from the origin on', () => {
    const changed = Float64Array.of(10, 10, 10, 1e9);
    expect(weigh(['mstl', 'seasonal-naive'], origins, changed, 3)).toEqual(
      weigh(['mstl', 'seasonal-naive'], origins, actual, 3)
    );
  });
});

describe('combine', () => {
  const equal = (names: MemberName[]) => names.map((name) => ({ name, weight: 1 / names.length }));

  it('lies halfway between the mean and the median', () => {
    const members = [member('mstl', 1), member('mstl-log', 2), member('seasonal-naive', 9)];
    const [value] = combine(members, equal(['mstl', 'mstl-log', 'seasonal-naive']), true);
    expect(value).toBeCloseTo((4 + 2) / 2, 12);
  });

  it('does not go below zero where the metric can not', () => {
    expect(combine([member('mstl', -5)], equal(['mstl']), true)[0]).toBe(0);
    expect(combine([member('mstl', -5)], equal(['mstl']), false)[0]).toBe(-5);
  });
});
