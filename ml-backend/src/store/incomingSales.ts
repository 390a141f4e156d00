import type { FactTarget } from './factTarget.ts';
import { ledgerTarget } from './incomingLedger.ts';

/** Sales of a shop on their way into the ledger; one file may hold those of several artists of a label. */
export const salesTarget: FactTarget = { ...ledgerTarget, staged: [['statement_artist', 'text']] };
