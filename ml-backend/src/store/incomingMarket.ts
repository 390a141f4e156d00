import type { FactTarget } from './factTarget.ts';

/** What happens around the artists of a tenant on its way in. */
export const marketTarget: FactTarget = {
  table: 'market_event',
  scope: 'tenant',
  repeats: 'reject',
  columns: [
    ['kind', 'text'],
    ['title', 'text'],
    ['city', 'text'],
    ['country', 'text'],
    ['genre', 'text'],
    ['value', 'double precision'],
    ['ends_at', 'timestamptz'],
  ],
};
