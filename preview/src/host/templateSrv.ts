import type { ScopedVars } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import { isSceneObject, sceneGraph, type SceneObject } from '@grafana/scenes';

declare global {
  interface Window {
    /** The scene on screen; scenes sets it while a dashboard is active. */
    __grafanaSceneContext?: SceneObject;
  }
}

type Format = Parameters<typeof sceneGraph.interpolate>[3];

/** Lets plugins ask for the values of the dashboard's variables. */
export function provideVariables(): void {
  setTemplateSrv({
    replace: (text = '', scopedVars, format) => {
      const scene = sceneOf(scopedVars) ?? window.__grafanaSceneContext;
      return scene ? sceneGraph.interpolate(scene, text, scopedVars, format as Format) : text;
    },
    containsTemplate: (text = '') => /\$\w+|\$\{|\[\[/.test(text),
    getVariables: () => [],
    updateTimeRange: () => undefined,
  });
}

/** Scenes hands itself to the data source among the scoped variables. */
function sceneOf(scopedVars?: ScopedVars): SceneObject | undefined {
  const wrapped = scopedVars?.__sceneObject?.value as { valueOf(): unknown } | undefined;
  const scene = wrapped?.valueOf();
  return isSceneObject(scene as SceneObject) ? (scene as SceneObject) : undefined;
}
