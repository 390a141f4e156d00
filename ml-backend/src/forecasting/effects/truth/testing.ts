import { argv, stdout } from 'node:process';
import { simulate } from '../../../demo/testing.ts';
import type { Career } from '../../../demo/types.ts';
import { eventEffects } from '../events.ts';
import type { EffectPool, OwnEstimate } from '../pool.ts';
import { effectRange, poolEstimates, shrink } from '../pool.ts';
import { showEstimates } from '../shows.ts';
import { showsOf, streamsOf } from '../testing.ts';

/**
 * How often the 80% interval of an effect holds what the simulator did, over careers of the seeds in the arguments:
 * `node src/forecasting/effects/truth/testing.ts 7 2026`. Tuned on seeds 1000 to 1999 only.
 */
export interface Score {
  held: number;
  all: number;
}

const artists = 20;
const scores: Record<string, Score> = {};

function score(roster: readonly Career[]): void {
  const shows = roster.map((career) => showEstimates(showsOf(career)));
  const prices = shows.map(({ price }) => price);
  const promotions = shows.map(({ promotion }) => promotion);
  const streams = eventEffects(roster.map(streamsOf), ['show', 'release', 'campaign']).get('campaign')!;
  for (const [i, { truth }] of roster.entries()) {
    const given = (name: string) => truth.treatments.find(({ experiment }) => experiment === name)?.logEffect;
    const discount = given('discount');
    note('elasticity', truth.elasticities[0]?.value, prices[i], poolOf(prices));
    // Tickets for a fifth less do what the elasticity says.
    note('discount', discount && discount / Math.log(0.8), prices[i], poolOf(prices));
    note('mailing', given('mailing'), promotions[i], poolOf(promotions));
    note('pitching', given('pitching'), streams.own[i], streams.pool);
  }
}

function note(name: string, truth: number | undefined, own: OwnEstimate | undefined, pool: EffectPool | undefined) {
  const effect = shrink(own, pool);
  if (truth === undefined || !effect) return;
  const { lower, upper } = effectRange(effect, 80);
  const one = (scores[name] ??= { held: 0, all: 0 });
  one.held += Number(truth >= lower && truth <= upper);
  one.all++;
}

const poolOf = (own: ReadonlyArray<OwnEstimate | undefined>) => poolEstimates(own.filter((one) => one !== undefined));

for (const seed of argv.slice(2).map(Number)) score(simulate(seed, artists, { years: 10 }));
stdout.write(`${JSON.stringify(scores)}\n`);
