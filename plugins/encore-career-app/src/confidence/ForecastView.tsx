import { type PanelProps } from '@grafana/data';
import React, { useCallback, useMemo } from 'react';

import { HiddenTable } from '../common/HiddenTable';
import { measure, useFontsLoaded } from '../common/measure';
import { type Format } from './format';
import { Header, HEADER_HEIGHT } from './Header';
import { headerCells } from './headerCells';
import { headerForm, headerLine } from './headerLine';
import { layoutOf } from './layout';
import { type Model } from './model';
import { Notices, NOTICES_HEIGHT } from './Notices';
import { Plot } from './Plot';
import { tableOf } from './table';
import { testIds } from './testIds';
import { type ConfidenceOptions } from './types';
import { useHover } from './useHover';
import { useLater } from './useLater';
import { useNearest } from './useNearest';
import { type Zoom } from './useZoom';

const NONE = new Float64Array();

interface Props
  extends Pick<PanelProps<ConfidenceOptions>, 'options' | 'width' | 'height' | 'timeZone' | 'fieldConfig'> {
  model: Model;
  formats: Format[];
  range: { from: number; to: number };
  strength: number;
  hiddenKinds: ReadonlySet<string>;
  zoom: Zoom;
}

/** Header, notices and plot, each in its share of the height, and the table behind them. */
export function ForecastView({
  model,
  formats,
  options,
  width,
  height,
  range,
  timeZone,
  fieldConfig,
  strength,
  hiddenKinds,
  zoom,
}: Props) {
  const dense = model.series.some(({ last }) => last > 120);
  const form = headerForm(options.header, model, width, height, dense);
  const cells = useMemo(() => headerCells(model, formats[0], options), [model, formats, options]);
  const line = useMemo(() => headerLine(model), [model]);
  const notices = height > 180 && model.notices.length > 0;
  const rest = Math.max(60, height - HEADER_HEIGHT[form] - (notices ? NOTICES_HEIGHT : 0));
  const { min, max } = fieldConfig.defaults;
  const fonts = useFontsLoaded();
  const layout = useMemo(
    () =>
      layoutOf({
        model,
        format: formats[0],
        options,
        limits: { min, max },
        width,
        height: rest,
        range,
        timeZone,
        measure,
      }),
    // Text is measured anew once the page's fonts are there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [model, formats, options, min, max, width, rest, range, timeZone, fonts]
  );
  const rows = useNearest(layout);
  const hovering = useHover(rows.nearest);
  const { point } = hovering;
  const onPoint = useCallback(
    (time: number | undefined) => point(time === undefined ? undefined : { time, from: 'header' }),
    [point]
  );
  const times = useLater(rows.times, NONE);
  const table = useMemo(() => tableOf(model, formats, times), [model, formats, times]);
  return (
    <div style={{ width, height }} data-testid={testIds.panel}>
      <Header form={form} cells={cells} line={line} model={model} width={width} onPoint={onPoint} />
      {notices && <Notices notices={model.notices} />}
      <Plot
        {...{ model, layout, formats, options, strength, hiddenKinds, rows, hovering }}
        onZoom={zoom.to}
        onReset={zoom.reset}
      />
      <HiddenTable {...table} testId={testIds.table} />
    </div>
  );
}
