import { t } from '../common/t';

import { type Scales } from './drawing';
import { type Format } from './format';
import { pushApart } from './labels';
import { type PlotBox } from './layout';
import { type Model } from './model';
import { bandName } from './names';
import { type Series } from './series';
import { hiddenActual, hiddenMean } from './yAxis';

interface Wish {
  key: string;
  text: string;
  /** value that the label stands for */
  value: number;
  strong: boolean;
  weight: number;
  /** colour of a series' name; undefined = the theme's text */
  color?: string;
}

export interface DirectLabel extends Wish {
  /** pixels of the value, where the leader starts */
  from: number;
  /** pixels of the text's centre */
  y: number;
}

const GAP = 15;
const MOST_SERIES = 12;

/** What stands at the right end: bands by level and the expected value, or one name a series. */
export function wishDirectLabels({ series }: Model, window: { to: number }, format: Format): Wish[] {
  if (series.length > MOST_SERIES) {
    return [];
  }
  return series.length === 1 ? ofOne(series[0], window.to, format) : series.flatMap((one) => nameOf(one, window.to));
}

function ofOne(series: Series, to: number, format: Format): Wish[] {
  const row = lastRow(series, to);
  const wishes: Wish[] = [];
  series.bands
    .filter((band) => !band.hidden)
    .forEach((band, i) => {
      if (row > series.last && isFinite(band.upper[row])) {
        const text = bandName(band.level, i === 0);
        wishes.push({ key: `band-${band.level}`, text, value: band.upper[row], strong: false, weight: 1 });
      }
    });
  if (row >= 0 && isFinite(series.mean[row]) && !hiddenMean(series)) {
    const text = t('confidence.label.expected', 'Expected {{value}}', { value: format.short(series.mean[row]) });
    wishes.push({ key: 'expected', text, value: series.mean[row], strong: true, weight: 2 });
  }
  return wishes;
}

function nameOf(series: Series, to: number): Wish[] {
  const row = lastRow(series, to);
  const mean = hiddenMean(series) ? NaN : series.mean[row];
  const value = isFinite(mean) ? mean : hiddenActual(series) ? NaN : series.actual[row];
  return isFinite(value)
    ? [{ key: series.key + series.name, text: series.name, value, strong: false, weight: 1, color: series.color }]
    : [];
}

function lastRow({ times, mean, actual, bands }: Series, to: number) {
  let row = times.length - 1;
  const has = () => isFinite(mean[row]) || isFinite(actual[row]) || bands.some((band) => isFinite(band.upper[row]));
  while (row >= 0 && (times[row] > to || !has())) {
    row--;
  }
  return row;
}

export function placeDirectLabels(wishes: Wish[], scales: Scales, plot: PlotBox): DirectLabel[] {
  const from = wishes.map(({ value }) => Math.max(plot.top, Math.min(scales.y(value), plot.bottom)));
  const ys = pushApart(
    wishes.map(({ weight }, i) => ({ y: from[i], weight })),
    GAP,
    plot.top + 6,
    plot.bottom - 4
  );
  return wishes.flatMap((wish, i) => {
    const y = ys[i];
    return y === undefined ? [] : [{ ...wish, from: from[i], y }];
  });
}
