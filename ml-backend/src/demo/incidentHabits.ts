import type { ChangedMetric, DisturbedMetric, PlannedChange } from './incidents.ts';

/** How often a change comes, how large it is, and what people say of it. */
export interface ChangeHabit {
  metric: ChangedMetric;
  kind: PlannedChange['kind'];
  perYear: number;
  /** Log of the factor for a level, log a week for a slope; without sign. */
  size: readonly [low: number, high: number];
  up: string;
  down: string;
  /** Share of the changes that go up. */
  upwards: number;
}

const level = 'level' as const;
export const changeHabits: readonly ChangeHabit[] = [
  {
    metric: 'streams',
    kind: level,
    perYear: 0.14,
    size: [0.25, 0.6],
    up: 'Added to a large playlist',
    down: 'Dropped from a large playlist',
    upwards: 0.5,
  },
  {
    metric: 'streams',
    kind: 'slope',
    perYear: 0.07,
    size: [0.006, 0.016],
    up: 'Recommended more by the month',
    down: 'Recommended less by the month',
    upwards: 0.6,
  },
  {
    metric: 'heads',
    kind: level,
    perYear: 0.09,
    size: [0.3, 0.6],
    up: 'Word of mouth',
    down: 'The local station plays others',
    upwards: 0.6,
  },
  {
    metric: 'merch',
    kind: level,
    perYear: 0.08,
    size: [0.2, 0.45],
    up: 'A new line of shirts',
    down: 'Nobody at the stall any more',
    upwards: 0.6,
  },
  {
    metric: 'ticket_price',
    kind: level,
    perYear: 0.08,
    size: [0.12, 0.3],
    up: 'Prices raised',
    down: 'Prices lowered',
    upwards: 0.65,
  },
  {
    metric: 'followers',
    kind: level,
    perYear: 0.06,
    size: [0.05, 0.14],
    up: '',
    down: 'Inactive accounts removed',
    upwards: 0,
  },
  {
    metric: 'practice_minutes',
    kind: level,
    perYear: 0.05,
    size: [0.4, 0.8],
    up: 'A new teacher',
    down: 'A day job',
    upwards: 0.4,
  },
];

export interface AnomalyHabit {
  metric: DisturbedMetric;
  perYear: number;
  up: readonly string[];
  down: readonly string[];
  upwards: number;
}

export const anomalyHabits: readonly AnomalyHabit[] = [
  {
    metric: 'streams',
    perYear: 0.45,
    up: ['Bot plays', 'A day on a popular radio show', 'Shared by a larger act'],
    down: ['Catalogue offline', 'Takedown by mistake'],
    upwards: 0.6,
  },
  { metric: 'listeners', perYear: 0.2, up: ['Counted twice'], down: ['Counted in part'], upwards: 0.5 },
  {
    metric: 'engagement',
    perYear: 0.25,
    up: ['A post goes round'],
    down: ['Account locked for some days'],
    upwards: 0.6,
  },
  { metric: 'merch', perYear: 0.3, up: ['Last box at half price'], down: ['Boxes lost on the way'], upwards: 0.5 },
];
