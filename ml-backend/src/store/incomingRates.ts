import type { FactTarget } from './factTarget.ts';

/** Exchange rates on their way in: the tenant's, without versions, since a rate of a day is one figure of its source. */
export const rateTarget: FactTarget = {
  table: 'fx_rate',
  scope: 'tenant',
  record: { key: ['rate_on', 'base', 'quote', 'source'] },
  repeats: 'reject',
  columns: [
    ['rate_on', 'date'],
    ['base', 'text'],
    ['quote', 'text'],
    ['source', 'text'],
    ['rate', 'numeric(24,12)'],
  ],
};
