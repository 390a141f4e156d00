import type { TimeZone } from '@grafana/schema';
import {
  behaviors,
  SceneObjectBase,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueSelectors,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import { DashboardView } from '../page/DashboardView.tsx';
import type { DashboardJson, LinkJson } from './dashboardJson.ts';
import { Grid } from './Grid.tsx';
import { toCells } from './panels.ts';
import { toVariables } from './variables.ts';

interface DashboardSceneState extends SceneObjectState {
  title: string;
  description: string;
  links: LinkJson[];
  selectors: VariableValueSelectors;
  timePicker: SceneTimePicker;
  body: SceneObject;
}

/** A dashboard on screen: its variables, its time range and its panels. */
export class DashboardScene extends SceneObjectBase<DashboardSceneState> {
  static Component = DashboardView;

  constructor(state: DashboardSceneState) {
    super(state);
    this.addActivationHandler(() => {
      window.__grafanaSceneContext = this;
      return () => {
        window.__grafanaSceneContext = undefined;
      };
    });
  }
}

/** Builds the scene of a provisioned dashboard. */
export function toScene(json: DashboardJson): DashboardScene {
  const { title, description = '', links = [], time, timezone, templating, panels, graphTooltip } = json;
  return new DashboardScene({
    title,
    description,
    links,
    $timeRange: new SceneTimeRange({ ...time, timeZone: timezone as TimeZone }),
    $variables: toVariables(templating?.list),
    $behaviors: [new behaviors.CursorSync({ sync: graphTooltip }), new behaviors.SceneQueryController()],
    selectors: new VariableValueSelectors({}),
    timePicker: new SceneTimePicker({ isOnCanvas: true }),
    body: new Grid({ cells: toCells(panels) }),
  });
}
