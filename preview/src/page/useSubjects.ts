import { QueryVariable, type SceneObject } from '@grafana/scenes';
import { useEffect, useState } from 'react';

/** Whether there is somebody to show: the lists that fill the dashboard's variables decide. */
export type Subjects = { state: 'waiting' } | { state: 'some' } | { state: 'none' } | { state: 'failed'; why: string };

/** Follows the dashboard's variables until each of them has its list. */
export function useSubjects(scene: SceneObject): Subjects {
  const [subjects, setSubjects] = useState<Subjects>(() => look(scene));
  useEffect(() => {
    const update = () => setSubjects((before) => (before.state === 'some' ? before : look(scene)));
    const subscriptions = lists(scene).map((variable) => variable.subscribeToState(update));
    update();
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, [scene]);
  return subjects;
}

function look(scene: SceneObject): Subjects {
  const states = lists(scene).map((variable) => variable.state);
  const failed = states.find(({ error }) => Boolean(error));
  if (failed) {
    return { state: 'failed', why: String((failed.error as { message?: string }).message ?? failed.error) };
  }
  if (states.some(({ loading, options }) => loading === false && options.length === 0)) {
    return { state: 'none' };
  }
  return { state: states.every(({ options }) => options.length > 0) ? 'some' : 'waiting' };
}

function lists(scene: SceneObject): QueryVariable[] {
  return scene.state.$variables?.state.variables.filter((variable) => variable instanceof QueryVariable) ?? [];
}
