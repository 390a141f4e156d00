import { type PanelProps } from '@grafana/data';
import { useMemo, useRef } from 'react';

import { type Model } from './model';
import { dataSpan } from './timeWindow';

interface Span {
  from: number;
  to: number;
}

export interface Zoom {
  to: (from: number, to: number) => void;
  reset: () => void;
  toData: () => void;
}

/** Zooms the dashboard and remembers where it came from, for the double click. */
export function useZoom(onChangeTimeRange: PanelProps['onChangeTimeRange'], model: Model, range: Span): Zoom {
  const before = useRef<Span | undefined>(undefined);
  return useMemo(
    () => ({
      to: (from: number, to: number) => {
        before.current ??= range;
        onChangeTimeRange({ from, to });
      },
      reset: () => {
        onChangeTimeRange(before.current ?? dataSpan(model));
        before.current = undefined;
      },
      toData: () => onChangeTimeRange(dataSpan(model)),
    }),
    [onChangeTimeRange, model, range]
  );
}
