import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { Subjects } from './useSubjects.ts';

/** What stands in place of the panels while there is nobody to show, and what to do about it. */
export function EmptyState(subjects: Subjects) {
  const styles = useStyles2(getStyles);
  if (subjects.state === 'waiting') {
    return (
      <div className={styles.waiting}>
        <LoadingPlaceholder text="Asking for the artists …" />
      </div>
    );
  }
  const failed = subjects.state === 'failed';
  return (
    <div className={styles.box} role={failed ? 'alert' : 'status'}>
      <h2 className={styles.title}>{failed ? 'The Encore service gave no list of artists' : 'No artists yet'}</h2>
      {failed ? (
        <p className={styles.text}>{subjects.why}</p>
      ) : (
        <>
          <p className={styles.text}>Import what you have, for example a gig list or a royalty statement:</p>
          <pre className={styles.command}>npm run encore -- import gigs my-gigs.csv --artist my-name --create</pre>
          <p className={styles.text}>Or look around with invented careers first:</p>
          <pre className={styles.command}>npm run encore -- demo --artists 60 --years 8 --seed 1</pre>
        </>
      )}
      <Button onClick={() => location.reload()}>{failed ? 'Try again' : 'I have imported something'}</Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  waiting: css({ display: 'flex', justifyContent: 'center', paddingTop: theme.spacing(10) }),
  box: css({
    alignItems: 'center',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: '0 auto',
    marginTop: theme.spacing(4),
    maxWidth: 640,
    padding: theme.spacing(5, 3),
    textAlign: 'center',
  }),
  title: css({ ...theme.typography.h4, margin: 0 }),
  text: css({ color: theme.colors.text.secondary, margin: 0, overflowWrap: 'anywhere' }),
  command: css({ margin: 0, maxWidth: '100%', overflowX: 'auto', whiteSpace: 'pre', wordBreak: 'normal' }),
});
