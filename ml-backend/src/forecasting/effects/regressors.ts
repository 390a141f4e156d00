import type { Kept, LevelFit } from './localLevel.ts';
import { levelRegression } from './localLevel.ts';
import type { EffectPool, OwnEstimate } from './pool.ts';
import { poolEstimates } from './pool.ts';
import type { Grid } from './shapes.ts';
import { seasonOf } from './season.ts';

/** A metric of one artist on a logarithmic scale. */
export interface LogSeries {
  grid: Grid;
  /** Logarithms, one a bucket; NaN where the metric is not known or not above 0. */
  logs: Float64Array;
}

/** What may move the metric: one column a name, in one of several forms (a shape, a lag). */
export interface Regressors<S extends LogSeries, V> {
  names: readonly string[];
  /** The forms that are tried, the usual one first. */
  forms: readonly V[];
  /** One number a bucket; undefined where the artist has nothing of it. */
  column: (story: S, name: string, form: V) => Float64Array | undefined;
}

export type StoryFit = LevelFit & { names: string[] };

/** Forms are compared on the artists that say most. */
const mostCompared = 16;

/** One artist's coefficients at the chosen forms. @param kept ratio and breaks of an earlier fit of the same series */
export function fitStory<S extends LogSeries, V>(
  story: S,
  { names, column }: Regressors<S, V>,
  chosen: ReadonlyMap<string, V>,
  kept?: Kept
): StoryFit | undefined {
  const found = names.flatMap((name) => {
    const values = column(story, name, chosen.get(name)!);
    return values && varies(values, story.logs) ? [{ name, values }] : [];
  });
  const columns = [...found.map(({ values }) => values), ...seasonOf(story.grid)];
  const fit = levelRegression(story.logs, columns, kept);
  return fit && { ...fit, names: found.map(({ name }) => name) };
}

/** How likely each form of a regressor is, the likeliest one first; the weights add up to 1. */
export type Forms<V> = Array<{ form: V; weight: number }>;

/** Less likely forms than this are let go of. */
const leastWeight = 0.03;

/** The forms of each regressor that explain all artists' series best, one regressor after another. */
export function chooseForms<S extends LogSeries, V>(
  stories: readonly S[],
  regressors: Regressors<S, V>
): Map<string, Forms<V>> {
  const { names, forms, column } = regressors;
  const chosen = new Map<string, V>(names.map((name) => [name, forms[0]!]));
  const weighed = new Map<string, Forms<V>>();
  for (const name of names) {
    const telling = stories
      .filter((story) => column(story, name, forms[0]!))
      .slice(0, mostCompared)
      .flatMap((story) => {
        const kept = fitStory(story, regressors, chosen);
        return kept ? [{ story, kept }] : [];
      });
    const likelihoods = forms.map((form) => {
      const tried = new Map(chosen).set(name, form);
      return telling.reduce(
        (sum, { story, kept }) => sum + (fitStory(story, regressors, tried, kept)?.likelihood ?? kept.likelihood),
        0
      );
    });
    const weights = weightsOf(forms, likelihoods);
    weighed.set(name, weights);
    chosen.set(name, weights[0]!.form);
  }
  return weighed;
}

function weightsOf<V>(forms: readonly V[], likelihoods: readonly number[]): Forms<V> {
  const most = Math.max(...likelihoods);
  const all = forms.map((form, i) => ({ form, weight: Math.exp(likelihoods[i]! - most) }));
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  const likely = all.filter(({ weight }) => weight / sum > leastWeight).sort((a, b) => b.weight - a.weight);
  const left = likely.reduce((total, { weight }) => total + weight, 0);
  return likely.map(({ form, weight }) => ({ form, weight: weight / left }));
}

/** The likeliest form of each regressor. */
export const likeliest = <V>(forms: ReadonlyMap<string, Forms<V>>): Map<string, V> =>
  new Map([...forms].map(([name, [best]]) => [name, best!.form]));

/**
 * Each artist's coefficient of one regressor over all its likely forms: not to know the form makes it less sure.
 * @param count observations that stand behind it
 * Source: Buckland, Burnham, Augustin 1997, "Model selection: an integral part of inference", section 2.
 */
export function averagedEstimates<S extends LogSeries, V>(
  stories: readonly S[],
  regressors: Regressors<S, V>,
  weighed: ReadonlyMap<string, Forms<V>>,
  name: string,
  count: (story: S) => number
): Array<OwnEstimate | undefined> {
  const best = likeliest(weighed);
  const byForm = weighed.get(name)!.map(({ form, weight }) => {
    const forms = new Map(best).set(name, form);
    return {
      weight,
      found: stories.map((story) => estimateOf(fitStory(story, regressors, forms), name, count(story))),
    };
  });
  return stories.map((_, i) => {
    const known = byForm.flatMap(({ weight, found }) => (found[i] ? [{ weight, ...found[i] }] : []));
    const sum = known.reduce((total, { weight }) => total + weight, 0);
    if (!(sum > 0)) return undefined;
    const value = known.reduce((total, one) => total + (one.weight * one.value) / sum, 0);
    const variance = known.reduce(
      (total, one) => total + (one.weight * (one.error ** 2 + (one.value - value) ** 2)) / sum,
      0
    );
    return { value, error: Math.sqrt(variance), n: known[0]!.n };
  });
}

/** One artist's coefficient of a regressor. @param n observations that stand behind it */
export function estimateOf(fit: StoryFit | undefined, name: string, n: number): OwnEstimate | undefined {
  const at = fit?.names.indexOf(name) ?? -1;
  return fit && at >= 0 ? { value: fit.values[at]!, error: fit.errors[at]!, n } : undefined;
}

/** @returns undefined where too few artists know */
export const poolKnown = (own: ReadonlyArray<OwnEstimate | undefined>): EffectPool | undefined =>
  poolEstimates(own.filter((one) => one !== undefined));

/** Whether a column says anything about known values. */
function varies(values: Float64Array, logs: Float64Array): boolean {
  const first = logs.findIndex((log) => Number.isFinite(log));
  return values.some((value, t) => Number.isFinite(logs[t]) && Math.abs(value - values[first]!) > 1e-9);
}
