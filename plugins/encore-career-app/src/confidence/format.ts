import {
  type Field,
  formattedValueToString,
  getDisplayProcessor,
  getValueFormat,
  type GrafanaTheme2,
} from '@grafana/data';

import { dateLanguage } from '../common/dates';
import { type Series } from './series';

/** Writes values of one series: short for axis and header, exact for the tooltip. Unit, decimals and mappings are the field's. */
export interface Format {
  short: (value: number) => string;
  exact: (value: number) => string;
  /** ticks a step apart, told apart by enough decimals */
  ticks: (values: number[]) => string[];
}

const FIGURES = 3;

export function formatOf({ group }: Pick<Series, 'group'>, theme: GrafanaTheme2): Format {
  const field = (group.mean ?? group.actual ?? group.pairs[0]?.upper)?.field;
  const unit = (group.actual?.field.config.unit ?? field?.config.unit) || '';
  const short = shortWith(field && withUnit(field, unit), theme);
  const exact = unit.startsWith('currency') && field?.config.decimals == null ? moneyWith(unit, short) : short;
  return {
    short,
    exact,
    ticks: (values) => {
      const texts = values.map((value) => short(value));
      return new Set(texts).size === texts.length ? texts : values.map((value) => short(value, 2));
    },
  };
}

/** A forecast field without a unit of its own is written like its history. */
function withUnit(field: Field, unit: string): Field {
  return field.config.unit ? field : { ...field, config: { ...field.config, unit }, display: undefined };
}

function shortWith(field: Field | undefined, theme: GrafanaTheme2) {
  const display = field?.display ?? getDisplayProcessor(field && { field, theme });
  const chosen = field?.config.decimals != null;
  return (value: number, decimals?: number) => {
    const shown = display(value, decimals);
    return formattedValueToString(chosen ? shown : { ...shown, text: withoutIdleZeros(shown.text) });
  };
}

/** "9.30" is no more exact than "9.3" when nobody asked for decimals. */
function withoutIdleZeros(text: string) {
  return /^[^.]*\.\d*0$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** Money in full, rounded to three figures: $41,500 is as exact as a forecast is. */
function moneyWith(unit: string, short: (value: number) => string) {
  const numbers = new Intl.NumberFormat(dateLanguage(), { maximumFractionDigits: 2 });
  return (value: number) => {
    if (!isFinite(value) || Math.abs(value) < 1000) {
      return short(value);
    }
    const { prefix = '', suffix = '' } = getValueFormat(unit)(1, 0);
    const rounded = Number(Math.abs(value).toPrecision(FIGURES));
    return `${value < 0 ? '−' : ''}${prefix}${numbers.format(rounded)}${suffix}`;
  };
}

/** "+14%", "−8%", "0%": a change with its sign; a true minus so that it is as wide as the plus. */
export function signedPercent(share: number): string {
  const percent = Math.round(share * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)}%`;
}

/** "9%" of a share; "<1%" and ">99%" instead of a false certainty. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) {
    return '<1%';
  }
  return rounded === 100 && share < 1 ? '>99%' : `${rounded}%`;
}
