import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Lanes } from '../lanesOf';
import { type Medium } from '../medium';
import { HEADER } from '../useGeometry';
import { sayCount } from '../words';
import { getStyles } from './styles';

/** There is more below: a shade where one can scroll, words on paper. */
export function More({ medium, lanes, room }: { medium: Medium; lanes: Lanes; room: number }) {
  const styles = useStyles2(getStyles);
  if (medium !== 'paper') {
    return <div className={styles.more} style={{ top: HEADER + room - 18 }} aria-hidden="true" />;
  }
  const touched = lanes.between(0, room)[1];
  const last = lanes.at(touched - 1);
  const left = lanes.count - (last.y + last.height <= room ? touched : touched - 1);
  return (
    <div className={styles.unprinted} style={{ top: HEADER + room - 16 }}>
      {sayCount('paper.more', left, 'and {{n}} more lane', 'and {{n}} more lanes')}
    </div>
  );
}
