import { type DataFrame, type PanelOptionsEditorBuilder, type StandardEditorContext } from '@grafana/data';
import { t } from '../common/t';
import { TooltipDisplayMode } from '@grafana/schema';
import { commonOptionsBuilder } from '@grafana/ui';

import { isEventFrame } from './events';
import { groupFields, timeFieldOf } from './fields';
import { type RoleKey, roles } from './roles';
import { type ConfidenceOptions } from './types';

type Builder = PanelOptionsEditorBuilder<ConfidenceOptions>;
type Context = StandardEditorContext<ConfidenceOptions>;

/** Drawing, one picker a role of the contract, tooltip and legend. */
export function addOptions(builder: Builder, context: Context): void {
  addDrawing(builder);
  addFields(builder, context);
  commonOptionsBuilder.addTooltipOptions(builder, false, false, {
    tooltip: { mode: TooltipDisplayMode.Multi } as ConfidenceOptions['tooltip'],
  });
  commonOptionsBuilder.addLegendOptions(builder, false);
}

function addDrawing(builder: Builder) {
  const category = [t('confidence.options.category', 'Prediction confidence')];
  builder
    .addRadio({
      path: 'header',
      name: t('confidence.options.header', 'Header'),
      description: t(
        'confidence.options.headerSays',
        'Auto takes the form that fits: cells, one line, or two on a phone'
      ),
      category,
      defaultValue: 'auto',
      settings: {
        options: [
          { value: 'auto', label: t('confidence.auto', 'Auto') },
          { value: 'cells', label: t('confidence.options.cells', 'Cells') },
          { value: 'line', label: t('confidence.options.line', 'Line') },
          { value: 'hidden', label: t('confidence.hidden', 'Hidden') },
        ],
      },
    })
    .addSelect({
      path: 'expected',
      name: t('confidence.options.expected', 'First header cell'),
      description: t(
        'confidence.options.expectedSays',
        'Auto adds up money and tells other values at the end of the horizon'
      ),
      category,
      defaultValue: 'auto',
      showIf: ({ header }) => header !== 'hidden',
      settings: {
        options: [
          { value: 'auto', label: t('confidence.auto', 'Auto') },
          { value: 'sum', label: t('confidence.options.sum', 'Sum over the horizon') },
          { value: 'last', label: t('confidence.options.last', 'Value at its end') },
          { value: 'hidden', label: t('confidence.hidden', 'Hidden') },
        ],
      },
    })
    .addRadio({
      path: 'timeAxis',
      name: t('confidence.options.timeAxis', 'Time axis'),
      description: t(
        'confidence.options.timeAxisSays',
        'Data trims the dashboard’s range to the data and runs on to the end of the forecast'
      ),
      category,
      defaultValue: 'data',
      settings: {
        options: [
          { value: 'data', label: t('confidence.options.axisData', 'Data') },
          { value: 'range', label: t('confidence.options.axisRange', 'Time range') },
        ],
      },
    })
    .addRadio({
      path: 'baseline',
      name: t('confidence.options.baseline', 'Value axis'),
      description: t(
        'confidence.options.baselineSays',
        'Auto starts at zero for money, and elsewhere unless all values lie close together'
      ),
      category,
      defaultValue: 'auto',
      settings: {
        options: [
          { value: 'auto', label: t('confidence.auto', 'Auto') },
          { value: 'zero', label: t('confidence.options.zero', 'From zero') },
          { value: 'data', label: t('confidence.options.axisData', 'Data') },
        ],
      },
    })
    .addBooleanSwitch({ path: 'showNow', name: t('confidence.options.now', 'Now line'), category, defaultValue: true })
    .addBooleanSwitch({
      path: 'showEvents',
      name: t('confidence.options.events', 'Events and unusual points'),
      category,
      defaultValue: true,
    })
    .addBooleanSwitch({
      path: 'showLabels',
      name: t('confidence.options.labels', 'Labels at the right end'),
      category,
      defaultValue: true,
    })
    .addBooleanSwitch({
      path: 'showThresholds',
      name: t('confidence.options.thresholds', 'Thresholds as lines'),
      category,
      defaultValue: false,
    });
}

const PICKED: RoleKey[] = ['time', 'actual', 'mean', 'lower', 'upper'];

function addFields(builder: Builder, { data }: Context) {
  const category = [t('confidence.options.fields', 'Fields')];
  for (const { key, type, says } of roles.filter((role) => PICKED.includes(role.key))) {
    builder.addFieldNamePicker({
      path: `fields.${key}`,
      name: roleName(key),
      description: says,
      category,
      settings: {
        filter: (field) => field.type === type,
        placeholderText: t('confidence.options.detected', 'Auto = {{name}}', { name: detected(data, key) }),
      },
    });
  }
  builder.addNumberInput({
    path: 'level',
    name: t('confidence.options.level', 'Level of unlabelled bounds'),
    description: t(
      'confidence.options.levelSays',
      'Percent of outcomes between bounds whose names and labels tell no level'
    ),
    category,
    defaultValue: 80,
    settings: { min: 1, max: 99.9 },
  });
}

function roleName(key: RoleKey): string {
  return {
    time: t('confidence.role.time', 'Time'),
    actual: t('confidence.role.actual', 'What happened'),
    mean: t('confidence.role.mean', 'Expected value'),
    lower: t('confidence.role.lower', 'Lower bound'),
    upper: t('confidence.role.upper', 'Upper bound'),
  }[key];
}

/** Names of the fields that are taken for a role when none is picked; all levels of a bound. */
export function detected(frames: DataFrame[] = [], key: RoleKey): string {
  const drawn = frames.filter((frame) => frame.length > 0 && !isEventFrame(frame));
  const none = t('confidence.options.none', 'none');
  if (key === 'time') {
    return drawn.map((frame) => timeFieldOf(frame)?.name).find(Boolean) ?? none;
  }
  const groups = groupFields(drawn, { fields: {}, level: 80 }, frames);
  const names = groups.slice(0, 1).flatMap((group) => {
    if (key === 'lower' || key === 'upper') {
      return group.pairs.map((pair) => pair[key]?.name);
    }
    return [group[key]?.name];
  });
  return names.filter(Boolean).join(', ') || none;
}
