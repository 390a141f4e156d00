import { FieldConfigProperty, type SetFieldConfigOptionsArgs } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { type FieldConfig } from './types';

/**
 * All standard options stay on: unit, decimals, mappings, thresholds, links and colour reach labels, tooltip and marks.
 * A fixed colour on the title column, or a mapping of kind or state, recolours the marks.
 */
export const fieldConfig: SetFieldConfigOptionsArgs<FieldConfig> = {
  standardOptions: {
    [FieldConfigProperty.Color]: {
      settings: { byValueSupport: true, bySeriesSupport: true, preferThresholdsMode: false },
    },
  },
  useCustomConfig: (builder) => commonOptionsBuilder.addHideFrom(builder),
};
