import { FieldType } from '@grafana/data';

export type RoleKey = 'time' | 'actual' | 'mean' | 'lower' | 'upper';

export interface Role {
  key: RoleKey;
  type: FieldType;
  /** whole names, then words within a name, in order of preference; case and separators don't matter */
  names: string[];
  /** patterns beside the names, as the README shows them */
  patterns: string[];
  required: boolean;
  says: string;
}

/** The panel's contract: detection, field pickers, README and error texts are read from this table. */
export const roles: Role[] = [
  {
    key: 'time',
    type: FieldType.time,
    names: ['time', 'month', 'week', 'date', 'ds'],
    patterns: ['any first time field'],
    required: true,
    says: 'start of the month, week or day',
  },
  {
    key: 'actual',
    type: FieldType.number,
    names: ['actual', 'actuals', 'observed', 'history', 'value', 'y'],
    patterns: ['the first number without another role'],
    required: false,
    says: 'what happened; empty in the future',
  },
  {
    key: 'mean',
    type: FieldType.number,
    names: ['mean', 'median', 'yhat', 'forecast', 'expected', 'predicted', 'prediction'],
    patterns: ['p50', 'q0.5', 'label quantile="0.5"'],
    required: true,
    says: 'what is expected',
  },
  {
    key: 'lower',
    type: FieldType.number,
    names: ['lower', 'lo', 'low', 'lwr'],
    patterns: ['label level="80"', 'lower_80', 'lo80', 'yhat_lower', 'p10', 'q0.1', 'label quantile="0.1"'],
    required: false,
    says: 'lower bound of the band at a level',
  },
  {
    key: 'upper',
    type: FieldType.number,
    names: ['upper', 'hi', 'high', 'upr'],
    patterns: ['label level="80"', 'upper_80', 'hi80', 'yhat_upper', 'p90', 'q0.9', 'label quantile="0.9"'],
    required: false,
    says: 'upper bound of the band at a level',
  },
];

export interface FoundRole {
  role: Exclude<RoleKey, 'time'>;
  /** percent of outcomes inside, for bounds that name it */
  level?: number;
  /** a whole name or label said so; words within a longer name are weaker */
  sure: boolean;
}

const QUANTILE = /^(?:p|q|pct|quantile|percentile)[\s_-]*(\d{1,2}(?:[._]\d+)?|100)(?:th)?$/;
const LABEL_ROLE = ['role', 'bound', 'type', 'stat'];
const LABEL_QUANTILE = ['quantile', 'q', 'percentile'];

/** Labels that tell a field's role and so don't tell series apart. */
export const ROLE_LABELS = new Set([...LABEL_ROLE, ...LABEL_QUANTILE, 'level']);

const byKey = (key: RoleKey) => roles.find((role) => role.key === key)!;
const BOUNDS = { lower: byKey('lower').names, upper: byKey('upper').names };
const MIDDLES = { mean: byKey('mean').names, actual: byKey('actual').names };

/**
 * Tells the role of a number by its labels, then by its names, the most specific first.
 * @param names field name and display names, as written
 * @returns undefined when nothing is recognised
 */
export function roleOf(names: string[], labels: Record<string, string> = {}): FoundRole | undefined {
  const quantile = LABEL_QUANTILE.map((key) => labels[key]).find((value) => value !== undefined);
  if (quantile !== undefined && Number.isFinite(Number(quantile))) {
    return fromQuantile(Number(quantile) * (Number(quantile) <= 1 ? 100 : 1));
  }
  const told = LABEL_ROLE.map((key) => labels[key]).filter((value) => value !== undefined);
  for (const name of [...told, ...names]) {
    const found = fromName(name);
    if (found) {
      const level = toPercent(labels.level) ?? found.level;
      return found.role === 'lower' || found.role === 'upper' ? { ...found, level } : found;
    }
  }
  return undefined;
}

function fromName(written: string): FoundRole | undefined {
  const name = written.trim().toLowerCase();
  const quantile = QUANTILE.exec(name);
  if (quantile) {
    return fromQuantile(percentOf(quantile[1].replace('_', '.')));
  }
  const words = name.match(/[a-z]+|\d+(?:\.\d+)?/g) ?? [];
  for (const role of ['lower', 'upper'] as const) {
    if (words.some((word) => BOUNDS[role].includes(word))) {
      const number = words.find((word) => /^\d/.test(word));
      return { role, level: toPercent(number), sure: words.length <= 2 };
    }
  }
  const whole = words.join('');
  for (const role of ['mean', 'actual'] as const) {
    if (MIDDLES[role].includes(whole)) {
      return { role, sure: true };
    }
  }
  if (words.some((word) => MIDDLES.mean.includes(word))) {
    return { role: 'mean', sure: false };
  }
  return undefined;
}

/** A quantile in a name is a share with a point (q0.05) or a percentage without (p05). */
function percentOf(written: string) {
  const value = Number(written);
  return value < 1 && written.includes('.') ? value * 100 : value;
}

/** The 5th and the 95th percentile are the bounds of level 90. */
function fromQuantile(percent: number): FoundRole | undefined {
  if (percent < 0 || percent > 100) {
    return undefined;
  }
  if (round(percent) === 50) {
    return { role: 'mean', sure: true };
  }
  return { role: percent < 50 ? 'lower' : 'upper', level: round(Math.abs(100 - 2 * percent)), sure: true };
}

function toPercent(written: string | undefined): number | undefined {
  const value = Number(written?.replace('%', ''));
  if (!written || !(value > 0) || value > 100) {
    return undefined;
  }
  return round(value < 1 ? value * 100 : value);
}

function round(percent: number) {
  return Math.round(percent * 100) / 100;
}
