import { createTheme, type PanelProps, ThemeContext } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { whyEmpty } from '../common/whyEmpty';
import { useMedium } from './medium';
import { buildModel } from './model';
import { Timeline } from './Timeline';
import { type Options } from './types';
import { EmptyState } from './view/EmptyState';

/** The career timeline; works on any frames that meet the contract of roles.ts. */
export function TimelinePanel(props: PanelProps<Options>) {
  const { data, options, timeZone, id, fieldConfig, width, height } = props;
  const [opened] = useState(() => Date.now());
  const theme = useTheme2();
  const medium = useMedium(options.tv);
  // Paper is white, whatever the screen is.
  const paper = useMemo(
    () => (medium === 'paper' ? createTheme({ colors: { mode: 'light' } }) : theme),
    [medium, theme]
  );
  const now = data.request?.endTime ?? opened;
  const model = useMemo(() => buildModel(data.series, options, timeZone, now), [data.series, options, timeZone, now]);
  const reason = whyEmpty(data.series, fieldConfig);
  if ('warn' in model) {
    const { warn, needsTimeField, needsStringField } = model;
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message={reason ?? warn}
        needsTimeField={needsTimeField}
        needsStringField={needsStringField}
      />
    );
  }
  if (model.items.length === 0 && model.undated.length === 0) {
    return model.encore ? (
      <EmptyState subject={model.subject} reason={reason} importUrl={options.importUrl} width={width} height={height} />
    ) : (
      <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} message={reason} />
    );
  }
  return (
    <ThemeContext.Provider value={paper}>
      <Timeline {...props} model={model} medium={medium} />
    </ThemeContext.Provider>
  );
}
