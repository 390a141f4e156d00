import type { Figure } from '../figure.ts';
import type { PoolKind } from './engine.ts';
import type { Scores } from './scores.ts';

type Floors = Partial<Record<keyof Scores, Figure['floor'][]>>;

const atMost = (value: number) => [{ sense: 'at most' as const, value }];
const between = (low: number, high: number) => [
  { sense: 'at least' as const, value: low },
  { sense: 'at most' as const, value: high },
];

/** What the engine must reach on the test parts of public sets when the file is one tenant. */
const own: Record<string, Floors> = {
  tourism_monthly: {
    MASE: atMost(1.42),
    sMAPE: atMost(17.9),
    C80: between(76, 87),
    C95: between(93, 98),
    MSIS95: atMost(12.05),
    CT80: between(72, 88),
  },
  m3_monthly: {
    MASE: atMost(0.834),
    sMAPE: atMost(13.5),
    C80: between(77, 84),
    C95: between(94, 97),
    MSIS95: atMost(6.7),
    CT80: between(74, 86),
  },
  m3_monthly_s400: { MASE: atMost(0.785), sMAPE: atMost(13.8), C95: between(93, 97), MSIS95: atMost(6.05) },
  m3_short30_s400: { MASE: atMost(0.905), C95: between(92, 98) },
  aus_retail_monthly: { MASE: atMost(0.65) },
  broadway_monthly: { MASE: atMost(0.955) },
  carparts_monthly_s500: { RMSSE: atMost(0.606), bias: between(-5, 5) },
};

/** With the shipped tables only the ranges of seasonal sets are judged. */
const shipped: Floors = { C95: between(90, 98) };

/** The floors of a file by its name; none for a file that is not known, or where each series stands alone. */
export function floorsOf(file: string, pool: PoolKind): Floors {
  const set = file.replace(/\.json(\.gz)?$/, '');
  const found = Object.hasOwn(own, set) ? own[set]! : {};
  if (pool === 'file') return found;
  return pool === 'shipped' && found.C95 ? shipped : {};
}
