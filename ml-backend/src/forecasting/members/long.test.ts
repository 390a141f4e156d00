import { arima011011, arima101011 } from './arima/arima.ts';
import { autoEts } from './ets/autoEts.ts';
import { thetaMember } from './theta.ts';

const LONG = Float64Array.from({ length: 10_000 }, (_, at) => 100 + 0.01 * at + 10 * Math.sin(at / 2) + (at % 7));

describe('every member', () => {
  it.each([
    { member: autoEts, most: 4_000 },
    { member: arima011011, most: 400 },
    { member: arima101011, most: 400 },
    { member: thetaMember('theta', 'ratio'), most: 400 },
  ])('reads 10,000 values in less than $most ms: $member.name', ({ member, most }) => {
    const started = performance.now();
    expect(member.fit(LONG, 12)!.forecast(24).every(Number.isFinite)).toBe(true);
    expect(performance.now() - started).toBeLessThan(most);
  });
});
