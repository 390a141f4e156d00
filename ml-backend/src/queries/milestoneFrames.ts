import { leastByLabels, numericLong } from '../frames/alert.ts';
import type { FrameJson } from '../frames/frame.ts';
import { frame, numberField, stringField, tableMeta, timeField } from '../frames/frame.ts';
import type { Lengthened } from '../serving/lengthened.ts';
import { sumsOf } from '../serving/lengthened.ts';
import { quantilesOf, valueAt } from '../serving/read.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Metric } from '../store/metrics.ts';
import { unitOf } from '../store/metrics.ts';
import type { Milestone } from './milestoneFigures.ts';

/** Whose milestones they are, and how they are counted. */
export interface MilestoneContext {
  artist: Artist;
  metric: Metric;
  stored: StoredForecast;
  cumulative: boolean;
}

const named = (displayName: string) => ({ config: { displayName } });

/** One row a milestone. */
export function datesFrame(found: readonly Milestone[], context: MilestoneContext): FrameJson {
  const { artist, metric, stored } = context;
  const start = (step: number | undefined) =>
    step === undefined ? null : addBuckets(stored.bucket, stored.asOfBucket, step);
  const ahead = (when: 'early' | 'median' | 'late') =>
    found.map(({ passing, passed }) => (passed === null ? start(passing[when]) : null));
  return frame(
    'milestones',
    [
      stringField(
        'title',
        found.map((one) => titleOf(one, context)),
        named('Milestone')
      ),
      stringField(
        'kind',
        found.map(({ goal }) => (goal ? 'goal' : 'threshold'))
      ),
      numberField(
        'target',
        found.map(({ target }) => target),
        {
          config: { unit: unitOf(metric, artist.currency), displayName: 'Target' },
        }
      ),
      timeField(
        'passed',
        found.map(({ passed }) => passed),
        named('Passed')
      ),
      timeField('early', ahead('early'), named('Earliest (1 in 10)')),
      timeField('median', ahead('median'), named('Expected')),
      timeField('late', ahead('late'), named('Latest (9 in 10)')),
      timeField(
        'by',
        found.map(({ by }) => by),
        named('By')
      ),
      numberField('chance', found.map(chanceOf), {
        config: { unit: 'percentunit', decimals: 0, displayName: 'Chance by then' },
      }),
    ],
    tableMeta
  );
}

const chanceOf = ({ passed, chance }: Milestone): number | null => (passed === null ? chance : 1);

/** The chance that each milestone is passed by the end of a bucket: one line a milestone. */
export function chancesFrame(found: readonly Milestone[], context: MilestoneContext): FrameJson {
  const { bucket, asOfBucket } = context.stored;
  const ahead = found.filter(({ passed }) => passed === null);
  const steps = ahead[0]?.passing.by ?? new Float64Array(0);
  return frame(
    'chances',
    [
      timeField(
        'time',
        Array.from(steps, (_, step) => addBuckets(bucket, asOfBucket, step)),
        { nullable: false }
      ),
      ...ahead.map((one) => {
        const title = titleOf(one, context);
        const config = { unit: 'percentunit', decimals: 0, displayNameFromDS: title };
        return numberField('chance', one.passing.by, { labels: { milestone: title }, config });
      }),
    ],
    { type: 'timeseries-wide', typeVersion: [0, 1] }
  );
}

/** Whole years ahead: sums of a year, of levels the value at its end. The range comes from sample paths. */
export function yearsFrame({ stored, paths }: Lengthened, { artist, metric }: MilestoneContext): FrameJson {
  const { bucket, asOfBucket, forecast } = stored;
  const year = bucket === 'month' ? 12 : 52;
  const count = Math.floor(forecast.mean.length / year);
  const adds = metric.aggregation === 'sum';
  const rows = Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * year, (index + 1) * year];
    // The first year is the total that the forecast itself tells.
    const first = index === 0 ? forecast.distribution.totals[to - 1] : undefined;
    const quantiles = adds ? (first ?? quantilesOf(sumsOf(paths, from, to))) : forecast.distribution.steps[to - 1]!;
    const [lower, median, upper] = [0.1, 0.5, 0.9].map((probability) => valueAt(quantiles, probability));
    const title = index === 0 ? 'Next 12 months' : `Months ${index * 12 + 1} to ${(index + 1) * 12}`;
    const [time, timeEnd] = [addBuckets(bucket, asOfBucket, from), addBuckets(bucket, asOfBucket, to) - 1];
    return { title, time, timeEnd, lower: lower!, median: median!, upper: upper! };
  });
  const amount = (key: 'lower' | 'median' | 'upper', displayName: string) =>
    numberField(
      key,
      rows.map((row) => row[key]),
      { config: { unit: unitOf(metric, artist.currency), displayName } }
    );
  return frame(
    'years',
    [
      stringField(
        'title',
        rows.map(({ title }) => title),
        named('Year')
      ),
      timeField(
        'time',
        rows.map(({ time }) => time),
        named('From')
      ),
      timeField(
        'timeEnd',
        rows.map(({ timeEnd }) => timeEnd),
        named('To')
      ),
      amount('lower', 'At least (9 in 10)'),
      amount('median', 'Middle'),
      amount('upper', 'At most (9 in 10)'),
      numberField(
        'spread',
        rows.map(({ lower, upper, median }) => (upper - lower) / Math.abs(median)),
        {
          config: { unit: 'percentunit', displayName: 'Width of the range', description: 'Range over its middle' },
        }
      ),
    ],
    tableMeta
  );
}

/** One row a milestone with its chance. */
export const milestoneAlert = (found: readonly Milestone[], context: MilestoneContext): FrameJson =>
  numericLong(
    'milestones',
    leastByLabels(
      found.map((one) => ({
        labels: { artist: context.artist.slug, metric: context.metric.name, milestone: titleOf(one, context) },
        value: chanceOf(one),
      }))
    )
  );

function titleOf({ goal, target }: Milestone, { artist, metric, stored, cumulative }: MilestoneContext): string {
  if (goal) return goal.title;
  const adds = metric.aggregation === 'sum';
  const how = !adds ? '' : cumulative ? ' in all' : ` in a ${stored.bucket}`;
  if (metric.unit === 'percentunit') return `${Number((100 * target).toPrecision(3))}% ${metric.title.toLowerCase()}`;
  const what = metric.unit === 'currency' ? artist.currency : metric.title.toLowerCase();
  return `${target.toLocaleString('en-US')} ${what}${how}`;
}
