import { type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useTheme2, VizLayout } from '@grafana/ui';
import React, { useCallback, useMemo, useState } from 'react';
import { legendSeries, toggle } from './legend';
import { buildModel, type TimelineModel } from './model';
import { type Options } from './types';
import { useRange } from './useRange';
import { laneContext, useLook } from './useScene';
import { Chart } from './view/Chart';
import { EmptyState } from './view/EmptyState';
import { Legend } from './view/Legend';
import { GUTTER, PHONE } from './view/styles';

/** The career timeline; works on any frames that meet the contract of roles.ts. */
export function TimelinePanel(props: PanelProps<Options>) {
  const { data, options, timeZone, id, fieldConfig, width, height } = props;
  const [opened] = useState(() => Date.now());
  const now = data.request?.endTime ?? opened;
  const model = useMemo(() => buildModel(data.series, options, timeZone, now), [data.series, options, timeZone, now]);
  if ('warn' in model) {
    const { warn, needsTimeField, needsStringField } = model;
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message={warn}
        needsTimeField={needsTimeField}
        needsStringField={needsStringField}
      />
    );
  }
  if (model.items.length === 0 && model.undated.length === 0) {
    return model.encore ? (
      <EmptyState subject={model.subject} importUrl={options.importUrl} width={width} height={height} />
    ) : (
      <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} />
    );
  }
  return <Timeline {...props} model={model} />;
}

const NONE: ReadonlySet<string> = new Set();

function Timeline({
  model,
  options,
  timeRange,
  timeZone,
  width,
  height,
  onChangeTimeRange,
}: PanelProps<Options> & { model: TimelineModel }) {
  const theme = useTheme2();
  const look = useLook(model, theme);
  const control = useRange(timeRange, onChangeTimeRange);
  const [hidden, setHidden] = useState(NONE);
  const phone = width < PHONE;
  const { range } = control;
  const series = useMemo(() => {
    const plot = Math.max(width - (phone ? 0 : GUTTER) - 8, 40);
    return legendSeries(
      laneContext({ model, options, range, zone: timeZone, width: plot, phone, look }),
      options.laneBy
    );
  }, [model, options, range, timeZone, width, phone, look]);
  const onToggle = useCallback(
    (key: string, append: boolean) =>
      setHidden((old) =>
        toggle(
          old,
          key,
          series.map((s) => s.key),
          append
        )
      ),
    [series]
  );
  const { legend } = options;
  const shown = legend?.showLegend !== false && !phone && height > 160 && series.length > 0;
  return (
    <VizLayout
      width={width}
      height={height}
      legend={
        shown ? (
          <VizLayout.Legend placement={legend.placement} maxHeight="35%" maxWidth="40%" width={legend.width}>
            <Legend series={series} hidden={hidden} options={legend} onToggle={onToggle} />
          </VizLayout.Legend>
        ) : null
      }
    >
      {(w: number, h: number) => (
        <Chart
          model={model}
          options={options}
          control={control}
          legend={series}
          hidden={hidden}
          look={look}
          zone={timeZone}
          width={w}
          height={h}
        />
      )}
    </VizLayout>
  );
}
