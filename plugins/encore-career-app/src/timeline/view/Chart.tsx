import { cx } from '@emotion/css';
import { TooltipDisplayMode, type TimeZone } from '@grafana/schema';
import { Button, useStyles2, useTheme2 } from '@grafana/ui';
import React, { useCallback, useId, useMemo, useState } from 'react';
import { axisTicks } from '../axis';
import { announce, describe } from '../details';
import { formatSpan, formatTime } from '../format';
import { fitRange } from '../fit';
import { headline } from '../headline';
import { markAt } from '../hit';
import { type TimelineModel } from '../model';
import { findRemarks } from '../remarks';
import { type LaneScene, type Mark, split } from '../scene';
import { type Series } from '../series';
import { testIds } from '../testIds';
import { type Options } from '../types';
import { useActive } from '../useActive';
import { useKeys, zoomsTo } from '../useKeys';
import { usePointer } from '../usePointer';
import { type RangeControl } from '../useRange';
import { buildScene, type Look } from '../useScene';
import { formatCount, say } from '../words';
import { padded, zoomAt } from '../zoom';
import { Axis } from './Axis';
import { DataTable } from './DataTable';
import { Ground } from './Ground';
import { Gutter, Headings } from './Gutter';
import { Header } from './Header';
import { Lanes } from './Lanes';
import { MarkTooltip } from './MarkTooltip';
import { Overview } from './Overview';
import { LIST_WIDTH, SideList } from './SideList';
import { AXIS, getStyles, GUTTER, HEADER, NOW, OVERVIEW, PHONE } from './styles';

interface Props {
  model: TimelineModel;
  options: Options;
  control: RangeControl;
  legend: readonly Series[];
  hidden: ReadonlySet<string>;
  look: Look;
  zone: TimeZone;
  width: number;
  height: number;
}

/** Header, lanes, axis and overview; the panel around it holds legend and errors. */
export function Chart({ model, options, control, legend, hidden, look, zone, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const uid = useId().replace(/\W/g, '');
  const [listed, setListed] = useState(false);
  const [scroll, setScroll] = useState(0);
  const [plot, setPlot] = useState<HTMLDivElement | null>(null);
  const { range } = control;
  const { palette, measure } = look;
  const phone = width < PHONE;
  const left = phone ? 0 : GUTTER;
  const beside = listed && !phone;
  const plotWidth = Math.max(width - left - 8 - (beside ? LIST_WIDTH : 0), 40);

  const extent = useMemo(() => fitRange(model) ?? range, [model, range]);
  const zoomed = range.to - range.from < (extent.to - extent.from) / 3;
  const strip = options.overview && zoomed && !phone && height > 260;
  const room = Math.max(height - HEADER - AXIS - NOW - (strip ? OVERVIEW : 0), 40);
  const scene = useMemo(
    () => buildScene({ model, options, range, zone, width: plotWidth, phone, look }, legend, hidden, room),
    [model, options, range, zone, plotWidth, phone, look, legend, hidden, room]
  );
  const { ctx, lanes } = scene;
  const visible = useMemo(() => split(model.items, range).visible, [model, range]);
  const ticks = useMemo(() => axisTicks(range, plotWidth, zone, measure), [range, plotWidth, zone, measure]);
  const runs = useMemo(() => headline(model, visible, range, zone, phone), [model, visible, range, zone, phone]);
  const remarks = useMemo(() => findRemarks(model, visible), [model, visible]);
  const artists = lanes.length > 0 && lanes[0].key !== '' && model.artists.includes(lanes[0].key);

  const active = useActive(lanes);
  const fit = useCallback(() => control.commit(extent), [control, extent]);
  const open = useCallback((lane: LaneScene, mark: Mark) => active.pin({ lane, mark }), [active]);
  const onKeyDown = useKeys(
    lanes,
    active,
    control,
    useMemo(() => ({ fit, open }), [fit, open])
  );
  const bodyHeight = Math.min(scene.height, room);
  const scrolls = artists && scene.height > room && options.wheel === 'zoom';
  const found = (at: { x: number; y: number }) => markAt(lanes, at.x, at.y);
  usePointer(plot, control, scrolls ? 'ctrl' : options.wheel, {
    onHover: (at) => active.hover(at && found(at)),
    onClick: (at) => {
      const hit = found(at);
      return hit?.mark.jump ? control.commit(hit.mark.jump) : active.pin(hit);
    },
    onDoubleClick: (at) => {
      const hit = found(at);
      active.clear();
      control.commit(hit && zoomsTo(hit.mark) ? padded(hit.mark) : zoomAt(range, at.x / plotWidth, 0.5));
    },
  });

  const current = active.current;
  const details = useMemo(() => current && describe(model, current.mark, zone), [current, model, zone]);
  const span = current && {
    x0: Math.max(ctx.x(current.mark.from), 0),
    x1: Math.min(ctx.x(current.mark.to), plotWidth),
  };
  const futureX = options.now ? Math.max(ctx.x(model.asOf), 0) : plotWidth;
  const now = formatTime(model.asOf, 'day', zone);
  const label = say('chart.label', 'Timeline of {{subject}}, {{span}}', {
    subject: model.subject,
    span: formatSpan(range, zone),
  });

  return (
    <div style={{ display: 'flex', width, height }}>
      <div
        className={styles.root}
        style={{ width: width - (beside ? LIST_WIDTH : 0), height }}
        role="region"
        aria-label={label}
        data-testid={testIds.panel}
        onKeyDown={onKeyDown}
      >
        <Header
          runs={runs}
          remarks={remarks}
          listed={listed}
          narrow={width < 720}
          phone={phone}
          zoomed={zoomed}
          onList={() => setListed(!listed)}
          onZoom={(factor) => control.commit(zoomAt(range, 0.5, factor))}
          onFit={fit}
        />
        <div
          className={styles.body}
          style={{ height: bodyHeight }}
          onScroll={(e) => setScroll(e.currentTarget.scrollTop)}
        >
          <div style={{ position: 'relative', height: scene.height }}>
            {phone ? <Headings lanes={lanes} /> : <Gutter lanes={lanes} artists={artists} />}
            <div
              ref={setPlot}
              className={cx(styles.plot, current && styles.overMark)}
              style={{ left, width: plotWidth, height: scene.height }}
              data-testid={testIds.plot}
              data-marks={visible.length}
            >
              <svg className={styles.layer} width={plotWidth} height={scene.height} aria-hidden="true">
                <Ground
                  lanes={lanes}
                  ticks={ticks}
                  width={plotWidth}
                  height={scene.height}
                  futureX={futureX}
                  span={span}
                  palette={palette}
                />
              </svg>
              <Lanes
                lanes={lanes}
                uid={uid}
                palette={palette}
                width={plotWidth}
                height={scene.height}
                link={theme.colors.text.link}
                top={scroll}
                room={room}
                current={current}
                nowX={ctx.nowX}
                onFocusLost={active.clear}
              />
            </div>
          </div>
        </div>
        {scene.height - scroll > bodyHeight + 2 && (
          <div className={styles.more} style={{ top: HEADER + bodyHeight - 18 }} aria-hidden="true" />
        )}
        <Axis
          ticks={ticks}
          left={left}
          width={plotWidth}
          nowX={ctx.nowX}
          now={now}
          nowWidth={measure(say('now', 'Now: {{date}}', { date: now }), 11) + 13}
          palette={palette}
        />
        {strip && (
          <Overview
            items={model.items}
            extent={extent}
            control={control}
            left={left}
            width={plotWidth}
            zone={zone}
            palette={palette}
            measure={measure}
          />
        )}
        {visible.length === 0 && model.items.length > 0 && (
          <div className={styles.outside} data-testid={testIds.outside}>
            {say('outside', 'Nothing in this range; {{count}} items lie outside it.', {
              count: formatCount(model.items.length),
            })}
            <Button size="sm" onClick={fit}>
              {say('zoom.fit', 'Fit all')}
            </Button>
          </div>
        )}
        <div className={styles.hidden} aria-live="polite" data-testid={testIds.live}>
          {current?.active.by === 'keys' && details ? announce(details) : ''}
        </div>
        <DataTable model={model} items={visible} zone={zone} />
        {current &&
          details &&
          current.mark.type !== 'jump' &&
          options.tooltip?.mode !== TooltipDisplayMode.None &&
          plot && (
            <MarkTooltip
              current={current}
              details={details}
              model={model}
              looks={look.looks}
              zone={zone}
              plot={plot}
              tooltip={options.tooltip}
              control={control}
              onClose={active.clear}
            />
          )}
      </div>
      {beside && (
        <SideList model={model} remarks={remarks} zone={zone} height={height} onClose={() => setListed(false)} />
      )}
    </div>
  );
}
