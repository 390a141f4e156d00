import { artistsQuery } from './artists.ts';
import { forecastQuery } from './forecast.ts';
import { gigsQuery } from './gigs.ts';
import { metricsQuery } from './metrics.ts';
import { seriesQuery } from './series.ts';
import { songsQuery } from './songs.ts';
import { timelineQuery } from './timeline.ts';
import type { QueryType } from './type.ts';

/** The catalogue. A new query type is one file in this room and one line here. */
export const queryTypes: readonly QueryType[] = [
  artistsQuery,
  metricsQuery,
  seriesQuery,
  forecastQuery,
  timelineQuery,
  gigsQuery,
  songsQuery,
];

const byName = new Map(queryTypes.map((query) => [query.name, query]));
export const findQueryType = (name: string): QueryType | undefined => byName.get(name);
