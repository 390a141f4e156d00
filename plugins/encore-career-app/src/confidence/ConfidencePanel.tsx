import { type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { LegendDisplayMode } from '@grafana/schema';
import { useTheme2, VizLayout } from '@grafana/ui';
import React, { useCallback, useMemo, useState } from 'react';

import { whyEmpty } from '../common/whyEmpty';
import { ForecastView } from './ForecastView';
import { formatOf } from './format';
import { Legend } from './Legend';
import { NARROW } from './layout';
import { type LegendKey, legendKeys } from './legendKeys';
import { type Model, prepareModel } from './model';
import { OutsideRange, ThinHistory } from './States';
import { timeWindow } from './timeWindow';
import { type ConfidenceFieldConfig, type ConfidenceOptions, type FieldPicks } from './types';
import { useZoom } from './useZoom';
import { toggleFields } from './visibility';

type Props = PanelProps<ConfidenceOptions>;

const noPicks: FieldPicks = {};

/** History, forecast and how sure it is. Wrong shapes go to Grafana's own error view with the reason in words. */
export function ConfidencePanel(props: Props) {
  const { id, data, options, fieldConfig, timeZone } = props;
  const theme = useTheme2();
  const [opened] = useState(() => Date.now());
  const clock = data.request?.startTime ?? opened;
  // Options that nobody has set are missing from a dashboard's JSON.
  const fields = options.fields ?? noPicks;
  const model = useMemo(
    () => prepareModel(data.series, { fields, level: options.level }, { theme, timeZone, clock }),
    [data.series, fields, options.level, theme, timeZone, clock]
  );
  if ('warn' in model) {
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message={model.warn ?? whyEmpty(data.series, fieldConfig)}
        needsTimeField={model.needsTimeField}
        needsNumberField={model.needsNumberField}
      />
    );
  }
  return <Confidence {...props} model={model} />;
}

function Confidence(props: Props & { model: Model }) {
  const { model, options, width, height, data, fieldConfig, timeRange, onFieldConfigChange } = props;
  const theme = useTheme2();
  const [hiddenKinds, setHiddenKinds] = useState<ReadonlySet<string>>(new Set());
  const [showThin, setShowThin] = useState(false);
  const strength = strengthOf(fieldConfig.defaults.custom);
  const formats = useMemo(() => model.series.map((series) => formatOf(series, theme)), [model, theme]);
  const range = useMemo(() => ({ from: timeRange.from.valueOf(), to: timeRange.to.valueOf() }), [timeRange]);
  const zoom = useZoom(props.onChangeTimeRange, model, range);
  const events = !options.showEvents ? 'none' : width < NARROW ? 'rings' : 'all';
  const keys = useMemo(
    () => legendKeys(model, theme, hiddenKinds, events, strength),
    [model, theme, hiddenKinds, events, strength]
  );
  const onToggle = useCallback(
    (key: LegendKey, add: boolean) => {
      if (key.kind === undefined) {
        onFieldConfigChange(toggleFields(fieldConfig, data.series, key.fields, add));
      } else {
        setHiddenKinds((now) => toggled(now, key.kind!));
      }
    },
    [onFieldConfigChange, fieldConfig, data.series]
  );
  if (model.thin && !showThin) {
    return <ThinHistory model={model} width={width} height={height} onAction={() => setShowThin(true)} />;
  }
  if (timeWindow(model, range, options.timeAxis).outside) {
    return <OutsideRange width={width} height={height} onAction={zoom.toData} />;
  }
  const { showLegend, placement, displayMode = LegendDisplayMode.List, width: legendWidth } = options.legend;
  const legend = showLegend && keys.length > 0 && (
    <VizLayout.Legend placement={placement} width={legendWidth}>
      <Legend keys={keys} placement={placement} displayMode={displayMode} onToggle={onToggle} />
    </VizLayout.Legend>
  );
  return (
    <VizLayout width={width} height={height} legend={legend || null}>
      {(innerWidth, innerHeight) => (
        <ForecastView
          {...props}
          {...{ formats, range, strength, hiddenKinds, zoom }}
          width={innerWidth}
          height={innerHeight}
        />
      )}
    </VizLayout>
  );
}

function strengthOf(custom: ConfidenceFieldConfig | undefined) {
  return (custom?.bandStrength ?? 100) / 100;
}

function toggled(set: ReadonlySet<string>, kind: string): ReadonlySet<string> {
  const next = new Set(set);
  return next.delete(kind) ? next : next.add(kind);
}
