import { annotationsQuery } from './annotations.ts';
import { artistsQuery } from './artists.ts';
import { audienceGrowthQuery } from './audienceGrowth.ts';
import { forecastQuery } from './forecast.ts';
import { forecastAccuracyQuery } from './forecastAccuracy.ts';
import { forecastExplanationQuery } from './forecastExplanation.ts';
import { genresQuery } from './genres.ts';
import { gigsQuery } from './gigs.ts';
import { metricsQuery } from './metrics.ts';
import { milestonesQuery } from './milestones.ts';
import { platformsQuery } from './platforms.ts';
import { riskQuery } from './risk.ts';
import { scenarioQuery } from './scenario.ts';
import { seriesQuery } from './series.ts';
import { songsQuery } from './songs.ts';
import { sourcesQuery } from './sources.ts';
import { timelineQuery } from './timeline.ts';
import type { QueryType } from './type.ts';
import { venuesQuery } from './venues.ts';

/** The catalogue. A new query type is one file in this room and one line here. */
export const queryTypes: readonly QueryType[] = [
  artistsQuery,
  metricsQuery,
  seriesQuery,
  forecastQuery,
  scenarioQuery,
  audienceGrowthQuery,
  riskQuery,
  milestonesQuery,
  forecastAccuracyQuery,
  forecastExplanationQuery,
  timelineQuery,
  gigsQuery,
  songsQuery,
  annotationsQuery,
  genresQuery,
  venuesQuery,
  platformsQuery,
  sourcesQuery,
];

const byName = new Map(queryTypes.map((query) => [query.name, query]));
export const findQueryType = (name: string): QueryType | undefined => byName.get(name);
