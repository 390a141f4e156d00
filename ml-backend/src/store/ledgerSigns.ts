import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactTarget, Resolved } from './factTarget.ts';
import { ledgerTarget } from './incomingLedger.ts';

/** A ledger as people keep it: what a minus on an expense means is decided over the whole file. */
export const signedLedgerTarget: FactTarget = {
  ...ledgerTarget,
  // How it is known that a row is an expense: a word in the row, its category, or its minus; null for revenue.
  staged: [['way_by', 'text']],
  resolve: settleSigns,
};

// So many expenses with a minus, and none without, are no refunds.
const tooManyRefunds = 3;

interface Signs {
  wordMinus: number;
  wordPlus: number;
  categoryMinus: number;
  categoryPlus: number;
  bare: number;
}

/**
 * Lists of payments write every expense with a minus; ledgers that say "expense" in words write a minus for a refund.
 * Expenses that a word names keep their sign, unless there are three or more and all have a minus. Expenses that only
 * their category tells follow the sign that most money going out has in the file.
 */
async function settleSigns(tx: TenantTx): Promise<Resolved> {
  const { rows } = await sql<Signs>`
    SELECT count(*) FILTER (WHERE way_by = 'word' AND amount < 0) AS "wordMinus",
      count(*) FILTER (WHERE way_by = 'word' AND amount > 0) AS "wordPlus",
      count(*) FILTER (WHERE way_by = 'category' AND amount < 0) AS "categoryMinus",
      count(*) FILTER (WHERE way_by = 'category' AND amount > 0) AS "categoryPlus",
      count(*) FILTER (WHERE way_by = 'sign') AS bare
    FROM incoming WHERE way_by IS NOT NULL`.execute(tx);
  const { wordMinus, wordPlus, categoryMinus, categoryPlus, bare } = rows[0]!;
  const turnWords = wordPlus === 0 && wordMinus >= tooManyRefunds;
  const turnCategories = categoryMinus + bare > categoryPlus;
  if (turnWords) await turn(tx, 'word');
  if (turnCategories && categoryMinus + categoryPlus > 0) await turn(tx, 'category');
  const refunds = (turnWords ? 0 : wordMinus) + (turnCategories ? categoryPlus : categoryMinus);
  return { rejected: [], notices: [...refundNotice(refunds), ...(turnWords ? [minusNotice(wordMinus)] : [])] };
}

const turn = (tx: TenantTx, by: 'word' | 'category') =>
  sql`UPDATE incoming SET amount = -amount WHERE way_by = ${by}`.execute(tx);

function refundNotice(n: number): Resolved['notices'] {
  if (n === 0) return [];
  const text =
    n === 1
      ? '1 expense is a refund by its sign and lowers the expenses'
      : `${n.toLocaleString('en')} expenses are refunds by their sign and lower the expenses`;
  return [{ code: 'LEDGER_REFUNDS', text }];
}

const minusNotice = (n: number) => ({
  code: 'LEDGER_MINUS_IS_OUT',
  text: `all ${n.toLocaleString('en')} expenses have a minus, which is taken for money going out, not for refunds`,
});
