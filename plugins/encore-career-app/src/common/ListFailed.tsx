import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';

import { t } from './t';
import type { Asked } from './useAsked';

/** Where a list could not be had: why, and a way to ask again. Nothing while all is well. */
export function ListFailed({ of: { reason, asking, again } }: { of: Asked<unknown> }) {
  const styles = useStyles2(getStyles);
  if (!reason) {
    return null;
  }
  return (
    <div role="alert" className={styles.line}>
      <span>
        <Icon name="exclamation-triangle" /> {t('common.no-list', 'The list is not there: {{reason}}', { reason })}
      </span>
      <Button size="sm" variant="secondary" fill="text" icon={asking ? 'spinner' : 'sync'} onClick={again}>
        {t('common.again', 'Try again')}
      </Button>
    </div>
  );
}

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
