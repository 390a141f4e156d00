import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Score } from './testing.ts';

/** Seeds that nothing was tuned on. */
const seeds = ['7', '2026', '3001', '4002', '5003', '6004'];
const kinds = ['elasticity', 'discount', 'mailing', 'pitching'];

describe('effects that are estimated from simulated careers, against what the simulator did', () => {
  let scores: Record<string, Score>;
  beforeAll(async () => {
    // In a process of its own: the test runner's sandbox makes arithmetic ten times slower.
    const script = fileURLToPath(new URL('./testing.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...seeds]);
    scores = JSON.parse(stdout) as typeof scores;
    for (const [kind, score] of [...Object.entries(scores), ['all', whole()] as const]) {
      const percent = (100 * share(score)).toFixed(1);
      process.stdout.write(`effects: ${kind}: the 80% interval holds the truth in ${percent}% of ${score.all}\n`);
    }
  }, 400_000);

  const share = ({ held, all }: Score) => held / all;
  const whole = (): Score => {
    const list = Object.values(scores);
    const sum = (of: keyof Score) => list.reduce((total, score) => total + score[of], 0);
    return { held: sum('held'), all: sum('all') };
  };

  it('holds the truth in 75 to 86 of 100 cases with its 80% interval', () => {
    expect(share(whole())).toBeGreaterThanOrEqual(0.75);
    expect(share(whole())).toBeLessThanOrEqual(0.86);
  });

  it.each(kinds)('does so for %s, give or take what chance does to so few', (kind) => {
    const score = scores[kind]!;
    const chance = 2 * Math.sqrt((0.8 * 0.2) / score.all);
    expect(score.all).toBeGreaterThan(60);
    expect(share(score)).toBeGreaterThan(0.75 - chance);
    expect(share(score)).toBeLessThan(0.86 + chance);
  });
});
