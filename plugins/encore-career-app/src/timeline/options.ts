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

type Builder = PanelOptionsEditorBuilder<Options>;
type Own = keyof typeof defaultOptions;
/** The options of one type. */
type Of<T> = { [Key in Own]: Options[Key] extends T ? Key : never }[Own];

const chart = () => [say('options.chart', 'Timeline')];

function addSwitch(builder: Builder, path: Of<boolean>, name: string, description: string): void {
  builder.addBooleanSwitch({ path, name, description, category: chart(), defaultValue: defaultOptions[path] });
}

/** @param labels of the choices, in their order */
function addChoice<Path extends 'laneBy' | 'wheel' | 'drag' | 'tv'>(
  builder: Builder,
  path: Path,
  name: string,
  description: string,
  labels: Record<Options[Path], string>
): void {
  const options = Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
  const defaultValue: string = defaultOptions[path];
  builder.addRadio({ path, name, description, category: chart(), defaultValue, settings: { options } });
}

/** The options of the panel; each role of the contract has a picker that names what was detected. */
export function addOptions(builder: Builder): void {
  addChoice(
    builder,
    'laneBy',
    say('options.lanes', 'Lanes'),
    say('options.lanesHelp', 'Auto draws one lane per artist when there are several, else one per kind.'),
    {
      auto: say('options.laneBy.auto', 'Auto'),
      kind: say('options.laneBy.kind', 'Kind'),
      lane: say('options.laneBy.lane', 'Lane column'),
      artist: say('options.laneBy.artist', 'Artist'),
    }
  );
  addSwitch(
    builder,
    'labels',
    say('options.labels', 'Names on the chart'),
    say('options.labelsHelp', 'Names beside the marks where there is room for them.')
  );
  addSwitch(
    builder,
    'now',
    say('options.now', 'Now line and future'),
    say('options.nowHelp', 'A dashed line at the time of the data, and a lighter ground right of it.')
  );
  addSwitch(
    builder,
    'stageBands',
    say('options.stageBands', 'Stages behind the lanes'),
    say('options.stageBandsHelp', 'The stages of the career as faint bands behind all lanes.')
  );
  addSwitch(
    builder,
    'overview',
    say('options.overview', 'Overview strip when zoomed'),
    say('options.overviewHelp', 'All years below the axis, with a window on what is in view.')
  );
  addChoice(
    builder,
    'wheel',
    say('options.wheelAction', 'Mouse wheel'),
    say('options.wheelHelp', 'Where lanes scroll, the wheel scrolls and Ctrl with it zooms.'),
    {
      zoom: say('options.wheel.zoom', 'Zooms'),
      ctrl: say('options.wheel.ctrl', 'Zooms with Ctrl'),
      off: say('options.wheel.off', 'Scrolls the page'),
    }
  );
  addChoice(
    builder,
    'drag',
    say('options.dragAction', 'Dragging'),
    say('options.dragHelp', 'Shift does the other one; a finger always pans.'),
    { select: say('options.drag.select', 'Selects a range'), pan: say('options.drag.pan', 'Pans') }
  );
  builder.addSliderInput({
    path: 'labelWidth',
    name: say('options.labelWidth', 'Width of the lane names'),
    description: say('options.labelWidthHelp', 'In pixels. The edge of the column can be dragged as well.'),
    category: chart(),
    defaultValue: defaultOptions.labelWidth,
    settings: { min: GUTTER.least, max: GUTTER.most, step: GUTTER.step / 2 },
  });
  addChoice(
    builder,
    'tv',
    say('options.tvMode', 'Reading from afar'),
    say(
      'options.tvHelp',
      'Larger type, no buttons, and each mark told in a line below the chart. Auto does so in kiosk mode.'
    ),
    {
      auto: say('options.tv.auto', 'Auto'),
      always: say('options.tv.always', 'Always'),
      never: say('options.tv.never', 'Never'),
    }
  );
  builder.addTextInput({
    path: 'importUrl',
    name: say('options.importUrl', 'Link of the empty state'),
    description: say('options.importHelp', 'Where the button of an empty career leads; no button without it.'),
    category: chart(),
    defaultValue: defaultOptions.importUrl,
  });
  addColumns(builder);
  commonOptionsBuilder.addTooltipOptions(builder);
  commonOptionsBuilder.addLegendOptions(builder, false);
}

function addColumns(builder: Builder): void {
  for (const role of roles) {
    builder.addSelect({
      path: `fields.${role.key}`,
      name: say(`role.${role.key}.label`, role.label),
      description: say(`role.${role.key}.says`, role.says),
      category: [say('options.columns', 'Columns')],
      defaultValue: '',
      settings: {
        options: [],
        allowCustomValue: false,
        getOptions: async ({ data }) => [auto(data ?? [], role), ...candidates(data ?? [], role)],
      },
    });
  }
}
