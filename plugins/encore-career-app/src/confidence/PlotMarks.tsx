import { useTheme2 } from '@grafana/ui';
import { t } from '../common/t';
import React from 'react';

import { measure } from '../common/measure';
import { NowLine, pillWidth, REACH } from '../common/NowLine';
import { type Format } from './format';
import { crossesLine } from './labels';
import { type Layout } from './layout';
import { type Model } from './model';
import { testIds } from './testIds';

interface Props {
  model: Model;
  layout: Layout;
  format: Format;
  showNow: boolean;
}

/** What is written on the plot: the now line, the last known value, labels at the right end, a cut band's reach. */
export const PlotMarks = React.memo(function PlotMarks({ model, layout, format, showNow }: Props) {
  const theme = useTheme2();
  const { plot, labels, y } = layout;
  const { text } = theme.colors;
  return (
    <g fontSize={12}>
      {showNow && <NowLines model={model} layout={layout} />}
      <LastActual model={model} layout={layout} format={format} />
      {labels.map(({ key, text: label, strong, y: at, from, color }) => (
        <g key={key}>
          <path d={`M${plot.right + 1} ${from}L${plot.right + 8} ${at}`} stroke={text.disabled} fill="none" />
          <text
            x={plot.right + 11}
            y={at + 4}
            fill={color ?? (strong ? text.primary : text.secondary)}
            fontWeight={strong ? 500 : 400}
          >
            {label}
          </text>
        </g>
      ))}
      {y.cut !== undefined && (
        <text x={plot.right - 6} y={plot.top + 12} textAnchor="end" fill={text.primary} fontWeight={500}>
          {t('confidence.plot.cut', '▲ up to {{value}}', { value: format.short(y.cut) })}
        </text>
      )}
    </g>
  );
});

/** The end of the known, and the present where data lags behind it; their pills keep out of each other's way. */
function NowLines({ model: { now }, layout }: Pick<Props, 'model' | 'layout'>) {
  const { nowX, clockX, plot, axisY, narrow, width } = layout;
  if (!now) {
    return null;
  }
  const present = clockX === undefined ? undefined : now.clock;
  const known = measure(now.label, 11) > 0.5 * width ? now.short : now.label;
  const words = present && (narrow ? present.short : present.label);
  const tight =
    nowX !== undefined &&
    clockX !== undefined &&
    words !== undefined &&
    clockX - nowX < (pillWidth(known) + pillWidth(words)) / 2 + 6;
  const pillsLeft = tight ? Math.min(clockX - REACH, width - pillWidth(words)) : width;
  const shared = { top: 0, bottom: axisY, left: narrow ? 0 : plot.left };
  return (
    <>
      {nowX !== undefined && (
        <NowLine
          {...shared}
          right={tight ? pillsLeft - 3 : width}
          x={nowX}
          label={known}
          reach={tight ? 'left' : 'both'}
          testId={testIds.now}
        />
      )}
      {clockX !== undefined && words !== undefined && (
        <NowLine
          {...shared}
          right={width}
          x={clockX}
          label={words}
          reach={tight ? 'right' : 'both'}
          testId={testIds.clock}
        />
      )}
    </>
  );
}

/** The last known point and its value, left of the now line where no line runs through it. */
function LastActual({ model, layout, format }: Omit<Props, 'showNow'>) {
  const theme = useTheme2();
  const { series, plot, narrow } = layout;
  if (model.series.length > 1) {
    return null;
  }
  const [{ series: one, xs, actualYs, start }] = series;
  const at = one.last - start;
  const [x, y] = [xs[at], actualYs[at]];
  if (!isFinite(y) || !(x >= plot.left - 1 && x <= plot.right + 1)) {
    return null;
  }
  const label = format.short(one.actual[one.last]);
  const box = narrow ? undefined : freeBeside(x, y, measure(label), layout);
  return (
    <g>
      <circle cx={x} cy={y} r={4} fill={one.color} stroke={theme.colors.background.primary} strokeWidth={1.5} />
      {box && (
        <text
          x={x - 9}
          y={box.y + 12}
          textAnchor="end"
          fill={theme.colors.text.primary}
          stroke={theme.colors.background.primary}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {label}
        </text>
      )}
    </g>
  );
}

/** A place left of the last point that no line runs through: above, beside, below. */
function freeBeside(x: number, y: number, width: number, { plot, series: [{ xs, actualYs }] }: Layout) {
  const places = [y - 21, y - 7, y + 5].map((top) => ({ x: x - 9 - width, y: top, width, height: 15 }));
  return places.find(
    (box) => box.x > plot.left && box.y > plot.top && box.y + 15 < plot.bottom && !crossesLine(box, xs, actualYs)
  );
}
