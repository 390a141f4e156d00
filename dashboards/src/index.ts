import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { careerTimeline } from './careerTimeline.ts';
import { revenueForecast } from './revenueForecast.ts';

/** The suite's dashboards by the name of their generated file; a new dashboard is one more line. */
export const files: Record<string, Dashboard> = {
  'career-timeline.json': careerTimeline.build(),
  'revenue-forecast.json': revenueForecast.build(),
};
