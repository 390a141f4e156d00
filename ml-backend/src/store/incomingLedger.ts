import type { FactTarget } from './factTarget.ts';

/** Money on its way in. Rows that agree in all but the amount are several payments, so they are numbered. */
export const ledgerTarget: FactTarget = {
  table: 'ledger_entry',
  repeats: 'number',
  columns: [
    ['direction', 'text'],
    ['category', 'text'],
    ['counterparty', 'text'],
    ['territory', 'text'],
    ['work', 'text'],
    ['isrc', 'text'],
    ['upc', 'text'],
    ['quantity', 'double precision'],
    ['amount', 'numeric(24,10)'],
    ['withheld', 'numeric(24,10)'],
    ['currency', 'text'],
  ],
};

/** Statements of a distributor: of several artists, and with a reporting date beside the month of sale. */
export const statementTarget: FactTarget = {
  ...ledgerTarget,
  staged: [['statement_artist', 'text']],
  sameSubject: {
    of: ['occurred_at', 'counterparty', 'territory', 'work', 'isrc', 'upc', 'category'],
  },
};
