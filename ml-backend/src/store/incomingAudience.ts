import type { FactTarget } from './factTarget.ts';

/** Readings of an audience on their way in: one number of a platform, for everywhere or for one place. */
export const audienceTarget: FactTarget = {
  table: 'audience_reading',
  repeats: 'reject',
  columns: [
    ['platform', 'text'],
    ['metric', 'text'],
    ['territory', 'text'],
    ['city', 'text'],
    ['value', 'double precision'],
  ],
};

/** Readings of a table that has a column a metric. */
export const audienceTableTarget: FactTarget = { ...audienceTarget, spread: true };
