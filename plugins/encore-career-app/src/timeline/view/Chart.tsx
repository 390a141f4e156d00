import { TooltipDisplayMode, type TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import React, { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatSpan, formatTime } from '../format';
import { headline } from '../headline';
import { type LaneItems } from '../layout';
import { type Medium } from '../medium';
import { type TimelineModel } from '../model';
import { findRemarks } from '../remarks';
import { type Series } from '../series';
import { createStore } from '../store';
import { testIds } from '../testIds';
import { type Options } from '../types';
import { useActive } from '../useActive';
import { useCrosshair } from '../useCrosshair';
import { LIST_WIDTH, useGeometry } from '../useGeometry';
import { useGestures } from '../useGestures';
import { useKeys } from '../useKeys';
import { useLaneFocus } from '../useLaneFocus';
import { useNear } from '../useNear';
import { type RangeControl } from '../useRange';
import { type Look } from '../useScene';
import { useShowcase } from '../useShowcase';
import { say } from '../words';
import { zoomAt } from '../zoom';
import { Announcement } from './Announcement';
import { Axis } from './Axis';
import { Body } from './Body';
import { Caption } from './Caption';
import { DataTable } from './DataTable';
import { Header } from './Header';
import { MarkTooltip } from './MarkTooltip';
import { Outside } from './Outside';
import { Overlay } from './Overlay';
import { Overview } from './Overview';
import { ResizeHandle } from './ResizeHandle';
import { SideList } from './SideList';
import { getStyles } from './styles';

interface Props {
  model: TimelineModel;
  groups: readonly LaneItems[];
  options: Options;
  control: RangeControl;
  legend: readonly Series[];
  hidden: ReadonlySet<string>;
  look: Look;
  zone: TimeZone;
  width: number;
  height: number;
  medium: Medium;
  /** Px on screen of one px of the panel. */
  scale: number;
  /** Told how high the lanes are, and the room that there is for them. */
  onFit(lanes: number, room: number): void;
  onLabelWidth(width: number): void;
}

/** Header, lanes, axis and overview; the panel around it holds legend and errors. */
export function Chart(props: Props) {
  const { model, options, control, hidden, look, zone, width, height, medium, scale, onFit, onLabelWidth } = props;
  const styles = useStyles2(getStyles);
  const [listed, setListed] = useState(false);
  const [resized, setResized] = useState<number | null>(null);
  const [plot, setPlot] = useState<HTMLDivElement | null>(null);
  const [brush] = useState(() => createStore<[number, number] | null>(null));
  const body = useRef<HTMLDivElement>(null);
  const { range } = control;
  const { palette, measure } = look;
  const geometry = useGeometry({ ...props, range, resized, listed });
  const { left, phone, beside, plotWidth, strip, caption, room, used, extent, zoomed, scene, visible, ticks } =
    geometry;
  const { ctx, lanes, rows } = scene;
  useLayoutEffect(() => onFit(lanes.height, room), [onFit, lanes, room]);
  const runs = useMemo(() => headline(model, visible, range, zone, phone), [model, visible, range, zone, phone]);
  const remarks = useMemo(() => findRemarks(model, visible), [model, visible]);

  const active = useActive(lanes);
  const { current } = active;
  const showcase = useShowcase(lanes, body, caption && !current);
  const pointed = current ?? showcase;
  const { lane, focusLane } = useLaneFocus(lanes, plot);
  const { near, view, onScroll } = useNear(scene, room, pointed?.lane ?? lane);
  const crosshair = useCrosshair();
  const fit = useCallback(() => control.reset(extent), [control, extent]);
  const scrolls = rows && lanes.height > room && options.wheel === 'zoom';
  const wheel = scrolls ? 'ctrl' : options.wheel;
  useGestures(plot, { near, active, control, crosshair, brush, width: plotWidth, wheel, drag: options.drag });
  const actions = useMemo(() => ({ fit, focusLane }), [fit, focusLane]);
  const page = Math.max(Math.floor((near.length * room) / Math.max(view.height, 1)) - 1, 1);
  const onKeyDown = useKeys(lanes, active, control, page, actions);

  const now = formatTime(model.asOf, 'day', zone);
  const label = say('chart.label', 'Timeline of {{subject}}, {{span}}', {
    subject: model.subject,
    span: formatSpan(range, zone),
  });
  const silent = options.tooltip?.mode === TooltipDisplayMode.None;
  const carded = current && current.mark.type !== 'jump' && (current.active.pinned || !silent) ? current : null;

  return (
    <div style={{ display: 'flex', width, height: used }}>
      <div
        className={styles.root}
        style={{ width: width - (beside ? LIST_WIDTH : 0), height: used }}
        role="region"
        aria-label={label}
        data-testid={testIds.panel}
        data-medium={medium}
        onKeyDown={onKeyDown}
      >
        <Header
          runs={runs}
          remarks={remarks}
          listed={listed}
          narrow={width < 720}
          phone={phone}
          still={medium !== 'screen'}
          zoomed={zoomed}
          onList={() => setListed(!listed)}
          onZoom={(factor) => control.commit(zoomAt(range, 0.5, factor))}
          onFit={fit}
          onClear={control.home ? () => control.home && control.reset(control.home) : undefined}
        />
        <Body
          model={model}
          options={options}
          hidden={hidden}
          medium={medium}
          geometry={geometry}
          near={near}
          view={view}
          active={active}
          pointed={pointed}
          body={body}
          setPlot={setPlot}
          onScroll={onScroll}
        />
        <Axis
          ticks={ticks}
          left={left}
          width={plotWidth}
          nowX={ctx.nowX}
          now={now}
          nowWidth={measure(say('now', 'Now: {{date}}', { date: now }), 11) + 13}
          palette={palette}
        />
        <Overlay geometry={geometry} moment={crosshair.moment} brush={brush} model={model} range={range} zone={zone} />
        {!phone && medium === 'screen' && (
          <ResizeHandle
            width={left}
            height={geometry.bodyHeight}
            scale={scale}
            onPreview={setResized}
            onChange={(next) => {
              setResized(null);
              onLabelWidth(next);
            }}
          />
        )}
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
        {caption && <Caption pointed={pointed} model={model} zone={zone} />}
        {visible.length === 0 && model.items.length > 0 && <Outside count={model.items.length} onFit={fit} />}
        <Announcement current={current} model={model} zone={zone} />
        <DataTable model={model} items={visible} zone={zone} />
        {carded && plot && (
          <MarkTooltip
            key={`${carded.lane.key} ${carded.mark.id}`}
            current={carded}
            model={model}
            looks={look.looks}
            zone={zone}
            plot={plot}
            scale={scale}
            tooltip={options.tooltip}
            control={control}
            onClose={active.close}
            onLeave={active.clear}
          />
        )}
      </div>
      {beside && (
        <SideList model={model} remarks={remarks} zone={zone} height={height} onClose={() => setListed(false)} />
      )}
    </div>
  );
}
