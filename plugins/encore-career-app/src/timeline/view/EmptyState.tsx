import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { testIds } from '../testIds';
import { say } from '../words';

interface Props {
  subject: string;
  /** What the answer says of itself. */
  reason?: string;
  importUrl: string;
  width: number;
  height: number;
}

const BARS = ['M62 1h70v11h-70z', 'M120 37h96v11h-96z', 'M200 73h76v11h-76z'];

/** Encore answered, but the career has nothing yet: what is missing and where it comes from. */
export function EmptyState({ subject, reason, importUrl, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const title = subject
    ? say('empty.title', 'Nothing to show yet for {{subject}}', { subject })
    : say('empty.anyone', 'Nothing to show yet');
  const needs = [
    [say('lane.show', 'Shows'), say('empty.shows', 'gigs and setlists as CSV')],
    [say('lane.release', 'Releases'), say('empty.releases', 'read from royalty statements')],
    [say('lane.goal', 'Goals'), say('empty.goals', 'set for the artist')],
  ];
  return (
    <div className={styles.empty} style={{ width, height }} data-testid={testIds.empty}>
      {height > 260 && (
        <svg className={styles.sketch} width="300" height="86" viewBox="30 0 276 86" aria-hidden="true">
          <path d={BARS.join('')} fill="none" strokeDasharray="4 3" />
        </svg>
      )}
      <div className={styles.title}>{title}</div>
      <div className={styles.quiet}>
        {reason ?? say('empty.need', 'The timeline needs at least one of these. Shows are the best start.')}
      </div>
      <dl className={styles.needs}>
        {needs.map(([name, source]) => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd>0</dd>
            <dd>{source}</dd>
          </React.Fragment>
        ))}
      </dl>
      {importUrl !== '' && <LinkButton href={importUrl}>{say('empty.import', 'Import shows')}</LinkButton>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  empty: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    overflow: 'auto',
    textAlign: 'center',
  }),
  sketch: css({ stroke: theme.colors.text.disabled, flex: 'none' }),
  title: css({ fontSize: theme.typography.h5.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  quiet: css({ color: theme.colors.text.secondary }),
  needs: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto auto',
    gap: theme.spacing(0.25, 2),
    margin: theme.spacing(1),
    textAlign: 'left',
    dd: { margin: 0, color: theme.colors.text.secondary },
  }),
});
