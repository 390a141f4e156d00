import type { FrameJson, Notice } from '../frames/frame.ts';
import { frame, numberField, stringField, tableMeta } from '../frames/frame.ts';
import type { GrowthBook } from '../serving/effects/estimator.ts';
import type { Effect } from '../serving/effects/read.ts';
import { effectRange } from '../serving/effects/read.ts';
import type { Artist } from '../store/artists.ts';
import type { Metric } from '../store/metrics.ts';

/** What may drive an audience's growth; `step` is the change whose effect is told, on the driver's own scale. */
export const growthDrivers = [
  { name: 'engagement', title: 'Social engagement', change: 'a tenth more engagement', step: Math.log(1.1) },
  { name: 'gigs', title: 'Gig frequency', change: 'twice as many shows a month', step: Math.LN2 },
  { name: 'venues', title: 'Venue progression', change: 'rooms a fifth larger', step: Math.log(1.2) },
  { name: 'genres', title: 'Genre mix', change: 'a tenth more mixed setlists', step: 0.1 },
  { name: 'collaborations', title: 'Collaborations', change: 'a new work with others', step: 1 },
] as const;

const level = 80;

interface Row {
  title: string;
  change: string;
  step: number;
  lag: number | null;
  effect: Effect | undefined;
}

/** One row a driver, the surest first. */
export function driversFrame(artist: Artist, metric: Metric, book: GrowthBook): FrameJson {
  const rows = growthDrivers
    .map(({ name, title, change, step }): Row => {
      const found = book.get(name);
      return { title, change, step, lag: found?.lag ?? null, effect: found?.effect };
    })
    .sort((a, b) => sureness(b) - sureness(a));
  const share = (value: number, step: number) => Math.expm1(value * step);
  const bound = (side: 'lower' | 'upper') =>
    rows.map(({ effect, step }) => (effect ? share(effectRange(effect, level)[side], step) : null));
  const percent = { config: { unit: 'percentunit' } };
  return frame(
    'drivers',
    [
      stringField(
        'driver',
        rows.map(({ title }) => title)
      ),
      stringField(
        'change',
        rows.map(({ change }) => change)
      ),
      numberField(
        'effect',
        rows.map(({ effect, step }) => (effect ? share(effect.mean, step) : null)),
        percent
      ),
      numberField('lower', bound('lower'), percent),
      numberField('upper', bound('upper'), percent),
      numberField(
        'lag',
        rows.map(({ lag }) => lag)
      ),
      numberField(
        'n',
        rows.map(({ effect }) => effect?.n ?? 0)
      ),
      numberField(
        'artists',
        rows.map(({ effect }) => effect?.artists ?? 0)
      ),
      stringField(
        'source',
        rows.map(({ effect }) => effect?.source ?? 'not estimated')
      ),
    ],
    { ...tableMeta, notices: noticesOf(artist, metric, rows) }
  );
}

/** How far an effect lies from none, in its own uncertainty; unknown ones last. */
function sureness({ effect }: Row): number {
  if (!effect) return -1;
  const { lower, upper } = effectRange(effect, level);
  return Math.abs(effect.mean) / Math.max(1e-12, upper - lower);
}

function noticesOf(artist: Artist, metric: Metric, rows: readonly Row[]): Notice[] {
  const unknown = rows.filter(({ effect }) => !effect).map(({ title }) => title.toLowerCase());
  const notices: Notice[] = [
    {
      severity: 'info',
      text: `What went with ${metric.title.toLowerCase()} of ${artist.name}, all drivers held against each other: not proof that one makes the other. Ranges hold 80 of 100 cases.`,
    },
  ];
  if (unknown.length > 0)
    notices.push({
      severity: 'warning',
      text: `Not estimated, since neither this artist nor three others have a year of it: ${unknown.join(', ')}.`,
    });
  return notices;
}
