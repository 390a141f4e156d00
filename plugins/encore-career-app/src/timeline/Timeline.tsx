import { type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { useStyles2, useTheme2, VizLayout } from '@grafana/ui';
import React, { useCallback, useMemo, useState } from 'react';
import { gutterWidth } from './gutter';
import { groupLanes } from './layout';
import { legendSeries, toggle } from './legend';
import { entryWidth, fitLegend } from './legendFit';
import { type Medium, scales, shrink } from './medium';
import { type TimelineModel } from './model';
import { type Options } from './types';
import { useRange } from './useRange';
import { laneContext, useLook } from './useScene';
import { Chart } from './view/Chart';
import { Legend } from './view/Legend';
import { getStyles } from './view/styles';

const NONE: ReadonlySet<string> = new Set();

/** Chart and legend of a model; on a wall and on paper drawn larger or smaller, until every lane is in sight. */
export function Timeline(props: PanelProps<Options> & { model: TimelineModel; medium: Medium }) {
  const { model, medium, options, timeRange, timeZone, width, height, onChangeTimeRange, onOptionsChange } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const look = useLook(model, theme);
  const control = useRange(timeRange, onChangeTimeRange);
  const [hidden, setHidden] = useState(NONE);
  const { range } = control;
  const { scale, onFit } = useFit(medium, width, height, model);
  const own = { width: width / scale, height: height / scale };
  const gutter = gutterWidth(options.labelWidth, own.width);
  const phone = gutter === 0;

  const groups = useMemo(() => groupLanes(model, options.laneBy), [model, options.laneBy]);
  const series = useMemo(() => {
    const plot = Math.max(own.width - gutter - 8, 40);
    return legendSeries(laneContext({ model, options, range, zone: timeZone, width: plot, gutter, look }), groups);
  }, [model, groups, options, range, timeZone, own.width, gutter, look]);
  const onToggle = useCallback(
    (key: string, append: boolean) => {
      const all = series.map((s) => s.key);
      setHidden((old) => toggle(old, key, all, append));
    },
    [series]
  );
  const onLabelWidth = useCallback(
    (labelWidth: number) => onOptionsChange({ ...options, labelWidth }),
    [onOptionsChange, options]
  );
  const { legend } = options;
  const shown = legend?.showLegend !== false && !phone && own.height > 160 && series.length > 0;
  const below = shown && isListBelow(legend, theme);
  const widths = useMemo(() => series.map((entry) => entryWidth(entry, look.measure)), [series, look]);
  const fit = below ? fitLegend(widths, own.width, medium === 'paper' ? Infinity : own.height) : undefined;
  const entries = <Legend series={series} hidden={hidden} options={legend} fit={fit} onToggle={onToggle} />;
  return (
    <div className={styles.sheet} style={{ ...own, ...(scale !== 1 && { transform: `scale(${scale})` }) }}>
      <VizLayout
        width={own.width}
        height={own.height}
        legend={
          shown && !below ? (
            <VizLayout.Legend placement={legend.placement} maxHeight="25%" maxWidth="40%" width={legend.width}>
              {entries}
            </VizLayout.Legend>
          ) : null
        }
      >
        {(w: number, h: number) => (
          <div>
            <Chart
              model={model}
              groups={groups}
              options={options}
              control={control}
              legend={series}
              hidden={hidden}
              look={look}
              zone={timeZone}
              width={w}
              height={h - (fit?.height ?? 0)}
              medium={medium}
              scale={scale}
              onFit={onFit}
              onLabelWidth={onLabelWidth}
            />
            {below && entries}
          </div>
        )}
      </VizLayout>
    </div>
  );
}

/** Whether the legend is a list below the chart; Grafana puts it there in every narrow window. */
function isListBelow({ displayMode, placement }: VizLegendOptions, theme: GrafanaTheme2): boolean {
  const narrow = () => document.body.clientWidth < theme.breakpoints.values.lg;
  return displayMode !== LegendDisplayMode.Table && (placement === 'bottom' || narrow());
}

/** The scale at which all lanes fit the panel: it goes down, as the chart says how high its lanes are. */
function useFit(medium: Medium, width: number, height: number, model: TimelineModel) {
  const { largest, least } = scales(medium, width, height);
  const about = useMemo(() => ({ medium, width, height, model }), [medium, width, height, model]);
  const [tried, setTried] = useState({ about, scale: largest });
  const scale = tried.about === about ? tried.scale : largest;
  const onFit = useCallback(
    (lanes: number, room: number) => {
      const next = shrink(scale, least, lanes, room);
      if (next !== null) {
        setTried({ about, scale: next });
      }
    },
    [about, scale, least]
  );
  return { scale, onFit };
}
