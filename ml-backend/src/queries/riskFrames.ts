import { leastByLabels, numericLong } from '../frames/alert.ts';
import type { FrameJson } from '../frames/frame.ts';
import { frame, numberField, stringField, tableMeta, timeField } from '../frames/frame.ts';
import type { Artist } from '../store/artists.ts';
import type { Metric } from '../store/metrics.ts';
import { findMetric, unitOf } from '../store/metrics.ts';
import type { JudgedGoal } from './goalChances.ts';
import type { RiskFigures, RiskQuantity } from './riskFigures.ts';
import { quantityOf } from './riskFigures.ts';

/** An artist and what is known of its risk; undefined where there is no forecast. */
export interface RiskLine {
  artist: Artist;
  figures: RiskFigures | undefined;
}

const chance = (title: string) => ({ unit: 'percentunit', decimals: 0, displayName: title });

/** One row an artist. */
export function summaryFrame(lines: readonly RiskLine[], metric: Metric): FrameJson {
  const unit = sharedUnit(lines, metric);
  const amount = (name: keyof RiskFigures, title: string) => numbers(lines, name, { ...unit, displayName: title });
  const share = (name: keyof RiskFigures, title: string) => numbers(lines, name, chance(title));
  return frame(
    'risk',
    [
      ...who(lines),
      amount('lower', 'At least (9 in 10)'),
      amount('median', 'Middle'),
      amount('upper', 'At most (9 in 10)'),
      amount('worst', 'Worst 1 in 20, on average'),
      share('lossChance', 'Chance of a loss'),
      share('anyLossChance', 'Chance that a month loses money'),
      amount('reserve', 'Reserve needed (19 in 20)'),
      amount('previous', 'Same stretch before'),
      share('belowPreviousChance', 'Chance of less than before'),
      ...(unit
        ? []
        : [
            stringField(
              'currency',
              lines.map(({ artist }) => artist.currency),
              named('Currency')
            ),
          ]),
    ],
    tableMeta
  );
}

/** One row a month ahead and artist. */
export function monthsFrame(lines: readonly RiskLine[], metric: Metric): FrameJson {
  const rows = lines.flatMap(({ artist, figures }) => (figures?.months ?? []).map((month) => ({ artist, ...month })));
  const unit = sharedUnit(lines, metric);
  return frame(
    'months',
    [
      timeField(
        'time',
        rows.map(({ time }) => time),
        { nullable: false }
      ),
      ...(lines.length > 1 ? who(rows) : []),
      numberField(
        'median',
        rows.map(({ median }) => median),
        { config: { ...unit, displayName: 'Middle' } }
      ),
      numberField(
        'lower',
        rows.map(({ lower }) => lower),
        { config: { ...unit, displayName: 'At least (9 in 10)' } }
      ),
      numberField(
        'lossChance',
        rows.map(({ lossChance }) => lossChance),
        { config: chance('Chance of a loss') }
      ),
    ],
    tableMeta
  );
}

/** One row an open goal, the least likely first. */
export function goalsFrame(artists: readonly Artist[], goals: readonly JudgedGoal[]): FrameJson {
  const byId = new Map(artists.map((artist) => [artist.artistId, artist]));
  const rows = goals.toSorted((a, b) => (a.chance ?? 2) - (b.chance ?? 2) || a.deadline - b.deadline);
  return frame(
    'goals',
    [
      ...(artists.length > 1 ? who(rows.map(({ artistId }) => ({ artist: byId.get(artistId)! }))) : []),
      stringField(
        'title',
        rows.map(({ title }) => title),
        named('Goal')
      ),
      stringField(
        'metric',
        rows.map(({ metric }) => findMetric(metric)?.title ?? metric),
        named('Figure')
      ),
      numberField(
        'target',
        rows.map(({ target }) => target),
        named('Target')
      ),
      timeField(
        'deadline',
        rows.map(({ deadline }) => deadline),
        named('Due')
      ),
      numberField(
        'chance',
        rows.map(({ chance: found }) => found),
        { config: chance('Chance') }
      ),
    ],
    tableMeta
  );
}

/** One row an artist, or an open goal where goals are asked for; every one of them on every evaluation. */
export function riskAlert(
  lines: readonly RiskLine[],
  goals: ReadonlyArray<JudgedGoal & { slug: string }>,
  metric: Metric,
  quantity: RiskQuantity
): FrameJson {
  if (quantity === 'goal_chance')
    return numericLong(
      'risk',
      leastByLabels(
        goals.map(({ slug, title, metric: name, deadline, chance: value }) => ({
          labels: { artist: slug, metric: name, goal: title, due: dayOf(deadline), quantity },
          value,
        }))
      )
    );
  return numericLong(
    'risk',
    lines.map(({ artist, figures }) => ({
      labels: { artist: artist.slug, metric: metric.name, quantity },
      value: figures ? quantityOf(figures, quantity) : null,
    }))
  );
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const named = (displayName: string) => ({ config: { displayName } });

const who = (rows: ReadonlyArray<{ artist: Artist }>) => [
  stringField(
    'artist',
    rows.map(({ artist }) => artist.name),
    named('Artist')
  ),
  stringField(
    'artistId',
    rows.map(({ artist }) => artist.slug)
  ),
];

function numbers(lines: readonly RiskLine[], name: keyof RiskFigures, config: object) {
  const values = lines.map(({ figures }) => (figures ? (figures[name] as number | null) : null));
  return numberField(name, values, { config });
}

/** The unit of a column; none where artists are paid in different currencies. */
function sharedUnit(lines: readonly RiskLine[], metric: Metric): { unit: string } | undefined {
  const units = new Set(lines.map(({ artist }) => unitOf(metric, artist.currency)));
  return units.size <= 1 ? { unit: [...units][0] ?? metric.unit } : undefined;
}
