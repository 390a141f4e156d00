import type { DataFrame } from '@grafana/data';

/** What the service remarks about its answer: why it is empty, what is incomplete. Each remark once. */
export const notices = (frames: DataFrame[]): string[] => [
  ...new Set(frames.flatMap(({ meta }) => meta?.notices?.map(({ text }) => text) ?? [])),
];
