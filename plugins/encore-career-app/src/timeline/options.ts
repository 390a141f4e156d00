import {
  type DataFrame,
  getFieldDisplayName,
  type PanelOptionsEditorBuilder,
  type SelectableValue,
} from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { detectRoles, type Role, roles } from './roles';
import { GUTTER } from './gutter';
import { defaultOptions, type Options } from './types';
import { say } from './words';

/** Name of the column that is taken for a role when nothing is chosen, over all frames. */
export function detectedName(frames: DataFrame[] | undefined, key: Role['key']): string {
  for (const frame of frames ?? []) {
    const field = detectRoles(frame)[key];
    if (field) {
      return getFieldDisplayName(field, frame);
    }
  }
  return '';
}

/** The columns of all frames that can fill a role, each name once. */
export function candidates(frames: DataFrame[], role: Role): Array<SelectableValue<string>> {
  const names = frames.flatMap((frame) =>
    frame.fields.filter((field) => role.types.includes(field.type)).map((field) => getFieldDisplayName(field, frame))
  );
  return [...new Set(names)].map((value) => ({ value, label: value }));
}

function auto(frames: DataFrame[], role: Role): SelectableValue<string> {
  const name = detectedName(frames, role.key);
  const label = name ? say('options.auto', 'Auto = {{name}}', { name }) : say('options.none', 'Auto = none');
  return { value: '', label };
}

/** The options of the panel; each role of the contract has a picker that names what was detected. */
export function addOptions(builder: PanelOptionsEditorBuilder<Options>): void {
  const chart = [say('options.chart', 'Timeline')];
  const columns = [say('options.columns', 'Columns')];
  builder
    .addRadio({
      path: 'laneBy',
      name: say('options.lanes', 'Lanes'),
      description: say(
        'options.lanesHelp',
        'Auto draws one lane per artist when there are several, else one per kind.'
      ),
      category: chart,
      defaultValue: defaultOptions.laneBy,
      settings: {
        options: [
          { value: 'auto', label: say('options.laneBy.auto', 'Auto') },
          { value: 'kind', label: say('options.laneBy.kind', 'Kind') },
          { value: 'lane', label: say('options.laneBy.lane', 'Lane column') },
          { value: 'artist', label: say('options.laneBy.artist', 'Artist') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'labels',
      name: say('options.labels', 'Names on the chart'),
      description: say('options.labelsHelp', 'Names beside the marks where there is room for them.'),
      category: chart,
      defaultValue: defaultOptions.labels,
    })
    .addBooleanSwitch({
      path: 'now',
      name: say('options.now', 'Now line and future'),
      description: say('options.nowHelp', 'A dashed line at the time of the data, and a lighter ground right of it.'),
      category: chart,
      defaultValue: defaultOptions.now,
    })
    .addBooleanSwitch({
      path: 'stageBands',
      name: say('options.stageBands', 'Stages behind the lanes'),
      description: say('options.stageBandsHelp', 'The stages of the career as faint bands behind all lanes.'),
      category: chart,
      defaultValue: defaultOptions.stageBands,
    })
    .addBooleanSwitch({
      path: 'overview',
      name: say('options.overview', 'Overview strip when zoomed'),
      description: say('options.overviewHelp', 'All years below the axis, with a window on what is in view.'),
      category: chart,
      defaultValue: defaultOptions.overview,
    })
    .addRadio({
      path: 'wheel',
      name: say('options.wheelAction', 'Mouse wheel'),
      description: say('options.wheelHelp', 'Where lanes scroll, the wheel scrolls and Ctrl with it zooms.'),
      category: chart,
      defaultValue: defaultOptions.wheel,
      settings: {
        options: [
          { value: 'zoom', label: say('options.wheel.zoom', 'Zooms') },
          { value: 'ctrl', label: say('options.wheel.ctrl', 'Zooms with Ctrl') },
          { value: 'off', label: say('options.wheel.off', 'Scrolls the page') },
        ],
      },
    })
    .addRadio({
      path: 'drag',
      name: say('options.dragAction', 'Dragging'),
      description: say('options.dragHelp', 'Shift does the other one; a finger always pans.'),
      category: chart,
      defaultValue: defaultOptions.drag,
      settings: {
        options: [
          { value: 'select', label: say('options.drag.select', 'Selects a range') },
          { value: 'pan', label: say('options.drag.pan', 'Pans') },
        ],
      },
    })
    .addSliderInput({
      path: 'labelWidth',
      name: say('options.labelWidth', 'Width of the lane names'),
      description: say('options.labelWidthHelp', 'In pixels. The edge of the column can be dragged as well.'),
      category: chart,
      defaultValue: defaultOptions.labelWidth,
      settings: { min: GUTTER.least, max: GUTTER.most, step: GUTTER.step / 2 },
    })
    .addRadio({
      path: 'tv',
      name: say('options.tvMode', 'Reading from afar'),
      description: say(
        'options.tvHelp',
        'Larger type, no buttons, and each mark told in a line below the chart. Auto does so in kiosk mode.'
      ),
      category: chart,
      defaultValue: defaultOptions.tv,
      settings: {
        options: [
          { value: 'auto', label: say('options.tv.auto', 'Auto') },
          { value: 'always', label: say('options.tv.always', 'Always') },
          { value: 'never', label: say('options.tv.never', 'Never') },
        ],
      },
    })
    .addTextInput({
      path: 'importUrl',
      name: say('options.importUrl', 'Link of the empty state'),
      description: say('options.importHelp', 'Where the button of an empty career leads; no button without it.'),
      category: chart,
      defaultValue: defaultOptions.importUrl,
    });
  for (const role of roles) {
    builder.addSelect({
      path: `fields.${role.key}`,
      name: say(`role.${role.key}.label`, role.label),
      description: say(`role.${role.key}.says`, role.says),
      category: columns,
      defaultValue: '',
      settings: {
        options: [],
        allowCustomValue: false,
        getOptions: async ({ data }) => [auto(data ?? [], role), ...candidates(data ?? [], role)],
      },
    });
  }
  commonOptionsBuilder.addTooltipOptions(builder);
  commonOptionsBuilder.addLegendOptions(builder, false);
}
