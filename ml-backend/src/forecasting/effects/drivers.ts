import type { EffectPool, OwnEstimate } from './pool.ts';
import type { LogSeries, Regressors } from './regressors.ts';
import { averagedEstimates, chooseForms, likeliest, poolKnown } from './regressors.ts';

/** A metric of one artist, and what may drive it: one value a bucket, NaN where unknown. */
export interface DrivenStory extends LogSeries {
  drivers: ReadonlyMap<string, Float64Array>;
}

export interface DriverEffect {
  /** Buckets after which the driver is seen in the metric. */
  lag: number;
  /** d log metric a unit of the driver, one a story; undefined where its history cannot tell. */
  own: Array<OwnEstimate | undefined>;
  /** Undefined with fewer than three artists that know. */
  pool: EffectPool | undefined;
}

/** Half a year and not the same month twice. */
const lags = [1, 0, 2, 3, 4, 5, 6];
/** A driver that was seen in fewer buckets is no series. */
const fewestSeen = 12;

/**
 * What drivers do to a metric, all held against each other and against the metric's own wandering level and season.
 * The lag of each driver is the one that explains all artists' series best.
 */
export function driverEffects(stories: readonly DrivenStory[], names: readonly string[]): Map<string, DriverEffect> {
  const regressors: Regressors<DrivenStory, number> = { names, forms: lags, column: laggedColumn };
  const weighed = chooseForms(stories, regressors);
  const chosen = likeliest(weighed);
  return new Map(
    names.map((name) => {
      const own = averagedEstimates(stories, regressors, weighed, name, (story) => seen(story, name));
      return [name, { lag: chosen.get(name)!, own, pool: poolKnown(own) }];
    })
  );
}

const seen = ({ drivers }: DrivenStory, name: string): number =>
  drivers.get(name)?.reduce((count, value) => count + Number(Number.isFinite(value)), 0) ?? 0;

/** The driver some buckets later; where it was not seen it stays as it was last, before that as it was first. */
function laggedColumn(story: DrivenStory, name: string, lag: number): Float64Array | undefined {
  const values = story.drivers.get(name);
  if (!values || seen(story, name) < fewestSeen) return undefined;
  let last = values.find((value) => Number.isFinite(value))!;
  const filled = values.map((value) => (last = Number.isFinite(value) ? value : last));
  return Float64Array.from(story.logs, (_, t) => filled[Math.max(0, t - lag)]!);
}
