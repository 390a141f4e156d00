import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { testIds } from '../testIds';
import { formatCount, say } from '../words';
import { getStyles } from './styles';

/** Nothing lies in the range: what lies outside, and the way there. */
export function Outside({ count, onFit }: { count: number; onFit(): void }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.outside} data-testid={testIds.outside}>
      {say('outside', 'Nothing in this range; {{count}} items lie outside it.', { count: formatCount(count) })}
      <Button size="sm" onClick={onFit}>
        {say('zoom.fit', 'Fit all')}
      </Button>
    </div>
  );
}
