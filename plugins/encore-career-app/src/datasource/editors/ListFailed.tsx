import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, useStyles2 } from '@grafana/ui';

import type { Asked } from './useAsked';

/** Below a picker whose choices could not be listed: why, and a way to ask again. Nothing while all is well. */
export function ListFailed({ of: { reason, asking, again } }: { of: Asked<unknown> }) {
  const styles = useStyles2(getStyles);
  if (!reason) {
    return null;
  }
  return (
    <div role="alert" className={styles.line}>
      <span>
        <Icon name="exclamation-triangle" />{' '}
        {t('query.no-list', 'The choices can not be listed: {{reason}}', { reason, interpolation: plain })}
      </span>
      <Button size="sm" variant="secondary" fill="text" icon={asking ? 'spinner' : 'sync'} onClick={again}>
        {t('query.again', 'Try again')}
      </Button>
    </div>
  );
}

// React escapes what it draws.
const plain = { escapeValue: false };

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flexWrap: 'wrap',
    maxWidth: theme.spacing(40),
    color: theme.colors.error.text,
    ...theme.typography.bodySmall,
  }),
});
