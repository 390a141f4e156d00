import type { FactTarget } from './factTarget.ts';

/** Money spent on marketing on its way in. Rows that agree in all but the amount are several payments. */
export const spendTarget: FactTarget = {
  table: 'marketing_spend',
  repeats: 'number',
  columns: [
    ['channel', 'text'],
    ['campaign', 'text'],
    ['territory', 'text'],
    ['amount', 'numeric(24,10)'],
    ['currency', 'text'],
  ],
};
