import { measureText } from '@grafana/ui';

/** Width of a text in pixels at a font size and weight. */
export type Measure = (text: string, size?: number, weight?: number) => number;

/** Measures with the page's own font; estimates where there is no canvas, so that layout stays testable. */
export const measure: Measure = (text, size = 12, weight = 400) => {
  try {
    return measureText(text, size, weight).width;
  } catch {
    return estimate(text, size);
  }
};

/** Estimates a width at 0.56 em a letter: Inter's usual run of mixed text. */
export const estimate: Measure = (text, size = 12) => text.length * size * 0.56;
