import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, type QueryResultMetaNotice } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { testIds } from './testIds';

export const NOTICES_HEIGHT = 30;

/** What the data says about itself, above the plot; warnings in orange with their sign. */
export const Notices = React.memo(function Notices({ notices }: { notices: QueryResultMetaNotice[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row} data-testid={testIds.notices}>
      {notices.map(({ text, severity, link }) => (
        <span key={text} className={cx(styles.notice, severity !== 'info' && styles.warning)} title={text} role="note">
          {severity !== 'info' && '▲ '}
          {link ? <a href={link}>{text}</a> : text}
        </span>
      ))}
    </div>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    gap: theme.spacing(1),
    height: NOTICES_HEIGHT,
    paddingBottom: 6,
    overflow: 'hidden',
    flexShrink: 0,
  }),
  notice: css({
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '22px',
    padding: theme.spacing(0, 1),
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    background: theme.colors.background.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: 0,
    '& a': { textDecoration: 'underline' },
  }),
  warning: css({ color: theme.colors.warning.text, background: theme.colors.warning.transparent }),
});
