import { t } from '../common/t';

import { percent } from './format';
import { futureRows, hitsOf } from './headerCells';
import { type Model } from './model';
import { type HeaderMode } from './types';
import { aUnit, units } from './words';

export type HeaderForm = 'cells' | 'line' | 'stack' | 'none';

/** The header's form for a panel's size; several series have no common header. */
export function headerForm(
  mode: HeaderMode,
  model: Pick<Model, 'series'>,
  width: number,
  height: number,
  dense: boolean
): HeaderForm {
  if (mode === 'hidden' || (mode === 'auto' && (model.series.length > 1 || height < 160))) {
    return 'none';
  }
  if (mode !== 'auto') {
    return width < 440 && mode === 'cells' ? 'stack' : mode;
  }
  if (width < 440) {
    return 'stack';
  }
  return height < 260 || (dense && width < 900) ? 'line' : 'cells';
}

/** One line for low or dense panels: who, how much, how far off, how often the band held. */
export function headerLine(model: Model): string {
  const { meta, bucket, series } = model;
  const history = series[0].actual.reduce((n, value) => n + (isFinite(value) ? 1 : 0), 0);
  const size = { n: history, units: units(bucket.unit), ahead: futureRows(model).length };
  const span = t('confidence.line.span', '{{n}} {{units}} and {{ahead}} ahead', size);
  const parts = [meta.subject ? `*${meta.subject}*, ${span}` : span];
  const { backtest } = meta;
  if (backtest && backtest.n > 0 && backtest.error !== undefined) {
    parts.push(
      t('confidence.line.off', 'off by *{{error}}* {{unit}}', {
        error: percent(backtest.error),
        unit: aUnit(bucket.unit),
      })
    );
    if (backtest.coverage !== undefined) {
      parts.push(
        t('confidence.line.held', '{{level}}% band held in *{{hits}} of {{n}}*', {
          level: backtest.level,
          hits: hitsOf(backtest),
          n: backtest.n,
        })
      );
    }
  } else {
    parts.push(t('confidence.header.untested', 'not tested yet'));
  }
  return parts.join(' · ');
}
