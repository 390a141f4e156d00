import { css } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { t } from '../common/t';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useId, useMemo, useRef, useState } from 'react';

import { measure } from '../common/measure';
import { ConfidenceTooltip } from './ConfidenceTooltip';
import { layLane } from './eventsLane';
import { type Format } from './format';
import { keyMove } from './keys';
import { type Layout } from './layout';
import { type Model } from './model';
import { PlotBase } from './PlotBase';
import { PlotEvents } from './PlotEvents';
import { PlotHover, valueY } from './PlotHover';
import { PlotMarks } from './PlotMarks';
import { PlotSeries } from './PlotSeries';
import { PlotThresholds } from './PlotThresholds';
import { testIds } from './testIds';
import { spoken, tooltipAt } from './tooltip';
import { type ConfidenceOptions } from './types';
import { ringsOf, ringTexts, unusualOf } from './unusual';
import { type useHover } from './useHover';
import { type useNearest } from './useNearest';
import { usePlotPointer } from './usePlotPointer';

interface Props {
  model: Model;
  layout: Layout;
  formats: Format[];
  options: ConfidenceOptions;
  strength: number;
  hiddenKinds: ReadonlySet<string>;
  rows: ReturnType<typeof useNearest>;
  hovering: ReturnType<typeof useHover>;
  onZoom: (from: number, to: number) => void;
  onReset: () => void;
}

const YEAR = { year: 1, quarter: 4, month: 12, week: 52, day: 365, hour: 24, instant: 12 };

/** The drawing with its pointer, its keys and its tooltip. */
export function Plot({
  model,
  layout,
  formats,
  options,
  strength,
  hiddenKinds,
  rows,
  hovering,
  onZoom,
  onReset,
}: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  const clip = `confidence-${useId().replace(/\W/g, '')}`;
  const { times, nearest } = rows;
  const { hover, point, pin } = hovering;
  const { plot } = layout;

  const unusual = useMemo(
    () => (hiddenKinds.has('unusual') || !options.showEvents ? [] : unusualOf(model.events, model.series[0])),
    [model, hiddenKinds, options.showEvents]
  );
  const rings = useMemo(() => ringsOf(unusual, layout), [unusual, layout]);
  const texts = useMemo(
    () => (layout.narrow ? [] : ringTexts(rings, layout, model.bucket, measure)),
    [rings, layout, model]
  );
  const marks = useMemo(() => layLane(model, layout, hiddenKinds, measure), [model, layout, hiddenKinds]);

  const { drag, handlers } = usePlotPointer({
    layout,
    nearest,
    point,
    onZoom,
    onReset,
    onClick: () => pin(!hover?.pinned),
  });
  const near = hover ? nearestSeries(layout, hover.time, hover.pointerY) : 0;
  const content = useMemo(
    () => (hover ? tooltipAt(hover.time, near, { model, formats, options, theme, strength, hiddenKinds }) : undefined),
    [hover, near, model, formats, options, theme, strength, hiddenKinds]
  );

  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = keyMove(event.key, {
      times,
      unusual: rings.map((ring) => model.series[0].times[ring.unusual.row]),
      at: hover?.time,
      start: model.now?.time ?? times[times.length - 1],
      year: YEAR[model.bucket.unit],
    });
    if (!move) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (move === 'pin') {
      pin(!hover?.pinned);
    } else if (move === 'leave') {
      pin(false);
      chart.current?.focus();
    } else {
      point({ time: move.to, from: 'keys' });
    }
  };

  const shows = content && hover && hover.from !== 'other' && options.tooltip.mode !== 'none';
  return (
    <div
      ref={chart}
      className={styles.plot}
      role="group"
      aria-roledescription={t('confidence.plot.role', 'chart')}
      aria-label={t(
        'confidence.plot.label',
        '{{what}}: history and forecast. Arrow keys move by one, page keys by a year.',
        {
          what: model.meta.subject ?? model.series[0].name,
        }
      )}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => hover?.from === 'keys' && !hover.pinned && point(undefined)}
    >
      <svg
        ref={setSvg}
        width={layout.width}
        height={layout.height}
        data-testid={testIds.plot}
        aria-hidden
        {...handlers}
      >
        <defs>
          <clipPath id={clip}>
            <rect x={plot.left} y={plot.top} width={plot.right - plot.left} height={plot.bottom - plot.top} />
          </clipPath>
        </defs>
        <PlotBase layout={layout} />
        {options.showThresholds && <PlotThresholds layout={layout} />}
        <PlotSeries layout={layout} clip={clip} />
        <PlotEvents layout={layout} marks={marks} rings={rings} texts={texts} />
        <PlotMarks model={model} layout={layout} format={formats[0]} showNow={options.showNow} />
      </svg>
      <svg width={layout.width} height={layout.height} aria-hidden className={styles.overlay}>
        {hover && <PlotHover layout={layout} time={hover.time} nearest={near} clip={clip} />}
        {drag && (
          <rect
            x={Math.min(drag.from, drag.to)}
            y={plot.top}
            width={Math.abs(drag.to - drag.from)}
            height={layout.axisY - plot.top}
            fill={colorManipulator.alpha(theme.colors.text.primary, 0.1)}
          />
        )}
      </svg>
      <div className={styles.live} aria-live="polite">
        {content && hover?.from === 'keys' && spoken(content)}
      </div>
      {shows && (
        <ConfidenceTooltip
          content={content}
          anchor={anchorOf(svg, layout, hover.time, near)}
          pinned={hover.pinned}
          takesFocus={hover.pinned && hover.from === 'keys'}
          maxWidth={options.tooltip.maxWidth}
          maxHeight={options.tooltip.maxHeight}
        />
      )}
    </div>
  );
}

function nearestSeries({ series }: Layout, time: number, pointerY: number | undefined): number {
  if (pointerY === undefined) {
    return 0;
  }
  const distance = series.map((one) => Math.abs(valueY(one, time) - pointerY));
  const known = distance.filter((d) => isFinite(d));
  return known.length > 0 ? distance.indexOf(Math.min(...known)) : 0;
}

/** The pointed point in window pixels, with room above and below, so that the tooltip never covers it. */
function anchorOf(svg: SVGSVGElement | null, { scales, series, plot }: Layout, time: number, near: number) {
  const box = svg?.getBoundingClientRect();
  const y = valueY(series[near], time);
  const middle = isFinite(y) ? y : (plot.top + plot.bottom) / 2;
  return { x: (box?.left ?? 0) + scales.x(time) - 6, y: (box?.top ?? 0) + middle - 20, width: 12, height: 40 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({
    position: 'relative',
    '& svg': {
      display: 'block',
      overflow: 'visible',
      touchAction: 'pan-y',
      fontFamily: theme.typography.fontFamily,
      userSelect: 'none',
      letterSpacing: 'normal',
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: -2,
      borderRadius: theme.shape.radius.default,
    },
  }),
  // A layer of its own: moving the pointer does not paint the lines again.
  overlay: css({ position: 'absolute', inset: 0, pointerEvents: 'none', willChange: 'transform' }),
  live: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
});
