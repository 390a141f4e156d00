import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type TimelineModel } from '../model';
import { type Store } from '../store';
import { type Range } from '../types';
import { type Moment } from '../useCrosshair';
import { HEADER, type useGeometry } from '../useGeometry';
import { Brush } from './Brush';
import { Crosshair } from './Crosshair';
import { getOverlayStyles } from './overlayStyles';

interface Props {
  geometry: ReturnType<typeof useGeometry>;
  moment: Store<Moment | null>;
  brush: Store<[number, number] | null>;
  model: TimelineModel;
  range: Range;
  zone: string;
}

/** What follows the pointer over all lanes: the crosshair and the selection. It does not scroll with them. */
export function Overlay({ geometry, moment, brush, model, range, zone }: Props) {
  const styles = useStyles2(getOverlayStyles);
  const { left, plotWidth: width, bodyHeight: height } = geometry;
  return (
    <div className={styles.overlay} style={{ left, top: HEADER, width, height }}>
      <Crosshair moment={moment} model={model} width={width} height={height} range={range} zone={zone} />
      <Brush span={brush} width={width} height={height} range={range} zone={zone} />
    </div>
  );
}
