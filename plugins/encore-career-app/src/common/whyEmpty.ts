import { type DataFrame, type FieldConfigSource } from '@grafana/data';

/**
 * Why there is nothing to draw, in the words of the frames' notices, each once.
 * @returns undefined where there are rows or no notices, and where the panel has words of its own for "no value"
 */
export function whyEmpty(frames: DataFrame[], { defaults }: FieldConfigSource): string | undefined {
  if (defaults.noValue || frames.some(({ length }) => length > 0)) {
    return undefined;
  }
  const texts = frames.flatMap(({ meta }) => meta?.notices ?? []).map(({ text }) => text);
  return [...new Set(texts)].join(' ') || undefined;
}
