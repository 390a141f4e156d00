import { useSyncExternalStore } from 'react';

/** Width of a text in pixels at a font size and weight. */
export type Measure = (text: string, size?: number, weight?: number) => number;

const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;
/** Grafana's family with its fallbacks, so that widths hold where Inter is missing. */
const FAMILY = 'Inter, Helvetica, Arial, sans-serif';
let canvas: CanvasRenderingContext2D | null | undefined;
let fontsLoaded = 0;

/** Measures with the page's own font; estimates where there is no canvas, so that layout stays testable. */
export const measure: Measure = (text, size = 12, weight = 400) => {
  const context = contextOf();
  if (!context) {
    return estimate(text, size);
  }
  const font = `${weight} ${size}px ${FAMILY}`;
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    if (widths.size >= MOST_WIDTHS) {
      widths.clear();
    }
    widths.set(key, width);
  }
  return width;
};

/** Estimates a width at 0.56 em a letter: Inter's usual run of mixed text. */
export const estimate: Measure = (text, size = 12) => text.length * size * 0.56;

function contextOf() {
  if (canvas === undefined) {
    try {
      canvas = document.createElement('canvas').getContext('2d');
    } catch {
      canvas = null;
    }
  }
  return canvas;
}

/**
 * A number that changes when a font has been loaded, for layouts that depend on measured text: widths measured with
 * the fallback font are forgotten then.
 */
export function useFontsLoaded(): number {
  return useSyncExternalStore(subscribe, () => fontsLoaded);
}

function subscribe(changed: () => void) {
  const onLoaded = () => {
    widths.clear();
    fontsLoaded++;
    changed();
  };
  document.fonts?.addEventListener('loadingdone', onLoaded);
  return () => document.fonts?.removeEventListener('loadingdone', onLoaded);
}
