import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { sceneGraph, type SceneComponentProps } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import type { DashboardScene } from '../scene/DashboardScene.ts';
import { describeRange } from './describeRange.ts';
import { EmptyState } from './EmptyState.tsx';
import { useSubjects } from './useSubjects.ts';

/** Title, controls and panels of a dashboard, or what to do where there is nobody to show. */
export function DashboardView({ model }: SceneComponentProps<DashboardScene>) {
  const styles = useStyles2(getStyles);
  const { title, description, selectors, timePicker, body } = model.useState();
  const subjects = useSubjects(model);
  const { value: range } = sceneGraph.getTimeRange(model).useState();
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.description}>{description}</p>
      </div>
      <div className={styles.controls}>
        <selectors.Component model={selectors} />
        <div className={styles.time}>
          <span className={styles.range}>{describeRange(range.from.valueOf(), range.to.valueOf())}</span>
          <timePicker.Component model={timePicker} />
        </div>
      </div>
      {subjects.state === 'some' ? <body.Component model={body} /> : <EmptyState {...subjects} />}
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    margin: '0 auto',
    maxWidth: 1920,
    padding: theme.spacing(2, 2, 4),
    [theme.breakpoints.down('md')]: { padding: theme.spacing(1.5, 1, 3) },
  }),
  head: css({ alignItems: 'baseline', columnGap: theme.spacing(1.5), display: 'flex', flexWrap: 'wrap' }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  description: css({ color: theme.colors.text.secondary, margin: 0 }),
  controls: css({
    alignItems: 'center',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
  }),
  time: css({
    alignItems: 'center',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginLeft: 'auto',
    [theme.breakpoints.down('sm')]: { flexDirection: 'row-reverse', marginLeft: 0 },
  }),
  range: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
