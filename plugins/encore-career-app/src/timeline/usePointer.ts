import { useEffect, useRef } from 'react';
import { gestures, type Handlers } from './gestures';
import { type RangeControl } from './useRange';
import { type DragAction, type WheelAction } from './types';

interface Settings {
  wheel: WheelAction;
  drag: DragAction;
}

/**
 * Wheel, pinch and drag on an element as wide as the plot. Native listeners, since React's wheel listener cannot keep
 * the page from scrolling.
 */
export function usePointer(
  el: HTMLElement | null,
  control: RangeControl,
  settings: Settings,
  handlers: Handlers
): void {
  const now = useRef({ control, handlers, ...settings });
  useEffect(() => {
    now.current = { control, handlers, ...settings };
  });
  useEffect(() => (el ? gestures(el, () => now.current) : undefined), [el]);
}
