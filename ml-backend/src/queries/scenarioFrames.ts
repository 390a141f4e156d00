import type { Field, FrameJson, Notice } from '../frames/frame.ts';
import { frame, numberField, stringField, tableMeta, timeField } from '../frames/frame.ts';
import { effectRange } from '../serving/effects/read.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Metric } from '../store/metrics.ts';
import { unitOf } from '../store/metrics.ts';
import type { SavedScenario } from '../store/scenarios.ts';
import { historySince } from './forecastFrame.ts';
import type { Part } from './scenarioChanges.ts';

export interface Drawn {
  artist: Artist;
  metric: Metric;
  stored: StoredForecast;
  /** Rows of one value a month ahead. */
  baseline: Float64Array[];
  scenario: Float64Array[];
  difference: Float64Array[];
  parts: Part[];
  levels: number[];
  /** Epoch ms; earlier history is left out. */
  from: number;
}

const effectLevel = 80;

/** Scenario or difference as a forecast: history, expected values and bands, with the baseline's mean beside them. */
export function pathFrame(drawn: Drawn, show: 'scenario' | 'difference'): FrameJson {
  const { artist, metric, stored, levels, from, baseline } = drawn;
  const rows = drawn[show];
  const columns = sortedColumns(rows);
  const past = show === 'difference' ? { times: [], values: [] } : historySince(stored, from);
  const future = columns.map((_, t) => addBuckets('month', stored.asOfBucket, t));
  const before = new Array<null>(past.times.length).fill(null);
  const unit = unitOf(metric, artist.currency);
  const field = (name: string, values: ArrayLike<number>, title: string, labels?: Record<string, string>): Field =>
    numberField(name, [...before, ...Array.from(values)], {
      config: { unit, displayNameFromDS: title },
      ...(labels && { labels }),
    });
  const actual = [...past.values, ...future.map(() => null)];
  const bands = [...new Set(levels)].sort((a, b) => a - b);
  const at = (level: number, side: -1 | 1) => columns.map((column) => quantile(column, (1 + (side * level) / 100) / 2));
  return frame(
    'scenario',
    [
      timeField('time', [...past.times, ...future], { nullable: false }),
      ...(show === 'scenario'
        ? [numberField('actual', actual, { config: { unit, displayNameFromDS: metric.title } })]
        : []),
      field('mean', columns.map(meanOf), show === 'scenario' ? 'With the changes' : 'Difference'),
      ...bands.flatMap((level) => [
        field('lower', at(level, -1), `${level}% lower`, { level: String(level) }),
        field('upper', at(level, 1), `${level}% upper`, { level: String(level) }),
      ]),
      ...(show === 'scenario' ? [field('baseline', sortedColumns(baseline).map(meanOf), 'As it is')] : []),
    ],
    {
      type: 'timeseries-wide',
      typeVersion: [0, 1],
      notices: noticesOf(drawn.parts),
      preferredVisualisationPluginId: 'encore-predictionconfidence-panel',
      custom: {
        encore: 'forecast',
        subject: artist.name,
        metric: show === 'scenario' ? metric.title : `${metric.title}, difference`,
        unit,
        nonNegative: metric.nonNegative && show === 'scenario',
        bucket: 'month',
        forecastFrom: stored.asOfBucket,
        asOf: stored.asOfBucket - 1,
        scenario: show,
        total: metric.aggregation === 'sum' ? totalOf(rows) : undefined,
        model: stored.forecast.model,
      },
    }
  );
}

/** The sum over the horizon: its range is that of the sums, never a sum of bounds. */
function totalOf(rows: readonly Float64Array[]) {
  const sums = Float64Array.from(rows, (row) => row.reduce((sum, value) => sum + value, 0)).sort();
  const [lower, upper] = [quantile(sums, 0.1), quantile(sums, 0.9)];
  const horizon = rows[0]?.length ?? 0;
  return { horizon, mean: meanOf(sums), level: 80, lower, upper, previous: null, chanceAbovePrevious: null };
}

/** What each change is thought to do, on what evidence. */
export function effectsFrame({ parts }: Pick<Drawn, 'parts'>): FrameJson {
  const range = (side: 'lower' | 'upper') =>
    parts.map(({ effect }) => (effect ? effectRange(effect, effectLevel)[side] : null));
  const of = <T>(value: (effect: NonNullable<Part['effect']>) => T) =>
    parts.map(({ effect }) => (effect ? value(effect) : null));
  return frame(
    'effects',
    [
      stringField(
        'change',
        parts.map(({ title }) => title)
      ),
      stringField(
        'of',
        parts.map(({ says }) => says)
      ),
      numberField(
        'effect',
        of(({ mean }) => mean)
      ),
      numberField('lower', range('lower')),
      numberField('upper', range('upper')),
      numberField(
        'n',
        of(({ n }) => n)
      ),
      numberField(
        'artists',
        of(({ artists }) => artists)
      ),
      numberField(
        'shrinkage',
        of(({ shrinkage }) => shrinkage),
        { config: { unit: 'percentunit' } }
      ),
      stringField(
        'source',
        parts.map(({ effect, change }) => (effect && change ? effect.source : 'not estimated'))
      ),
    ],
    { ...tableMeta, notices: noticesOf(parts) }
  );
}

export function savedFrame(saved: readonly SavedScenario[]): FrameJson {
  return frame(
    'saved',
    [
      stringField(
        'name',
        saved.map(({ name }) => name)
      ),
      stringField(
        'artist',
        saved.map(({ artist }) => artist)
      ),
      stringField(
        'changes',
        saved.map(({ definition }) => JSON.stringify(definition))
      ),
      timeField(
        'savedAt',
        saved.map(({ createdAt }) => createdAt.getTime())
      ),
      stringField(
        'id',
        saved.map(({ scenarioId }) => scenarioId)
      ),
    ],
    tableMeta
  );
}

/** Where each effect comes from, and which changes nobody can tell anything of. */
function noticesOf(parts: readonly Part[]): Notice[] {
  if (parts.length === 0) return [{ severity: 'info', text: 'Nothing is changed: the scenario is the forecast.' }];
  return parts.map(({ title, effect, change, remark }): Notice => {
    const more = remark ? `; ${remark}` : '';
    if (!effect || !change)
      return {
        severity: 'warning',
        text: `${title}: no history tells what that does, so it changes nothing here${more}.`,
      };
    return { severity: 'info', text: `${title}: ${originOf(effect)}${more}.` };
  });
}

function originOf({ source, n, artists, shrinkage }: NonNullable<Part['effect']>): string {
  const pool = `${artists} artists`;
  const percent = Math.round(100 * shrinkage);
  if (source === 'reference') return 'the effect is a figure of reference, since no artist here knows it (n = 0)';
  if (n === 0 && artists === 0) return 'what it does is plain arithmetic';
  if (n === 0) return `the effect is that of ${pool} (own n = 0)`;
  return artists === 0
    ? `the effect is this artist's own (n = ${n})`
    : `the effect is this artist's own (n = ${n}), drawn ${percent}% to that of ${pool}`;
}

const sortedColumns = (rows: readonly Float64Array[]): Float64Array[] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, t) => Float64Array.from(rows, (row) => row[t]!).sort());

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low);
}
