import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { whenText } from '../details';
import { type Item } from '../model';
import { sayCount } from '../words';
import { getTooltipStyles } from './tooltipStyles';

/** The first members of a cluster that is only looked at. */
export function Members({ members, more, zone }: { members: readonly Item[]; more: number; zone: string }) {
  const styles = useStyles2(getTooltipStyles);
  if (members.length === 0) {
    return null;
  }
  return (
    <div className={styles.lines}>
      {members.map((item) => (
        <div key={item.index} className={styles.line}>
          <span className={styles.member}>{item.title}</span>
          <span className={styles.name}>{whenText(item, zone)}</span>
        </div>
      ))}
      {more > 0 && <div className={styles.name}>{sayCount('tip.more', more, 'and {{n}} more', 'and {{n}} more')}</div>}
    </div>
  );
}
