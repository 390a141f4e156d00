import { Type } from 'typebox';
import { metricNames } from '../store/metrics.ts';

/** PostgreSQL has no text with a NUL in it. */
export const plainText = '^[^\\u0000]+$';
export const plainOrEmpty = '^[^\\u0000]*$';

/** Parameters that several query types share, with the words that the editor shows. */

export const artistsParam = Type.Array(Type.String({ minLength: 1, maxLength: 120, pattern: plainText }), {
  title: 'Artists',
  description: 'Slugs of artists; empty means all',
  default: [],
  maxItems: 500,
  'x-options': 'artists',
  'x-multi': true,
});

export const artistParam = Type.String({
  title: 'Artist',
  description: 'Slug of one artist',
  pattern: plainText,
  minLength: 1,
  maxLength: 120,
  'x-options': 'artists',
});

export const metricParam = Type.Enum([...metricNames], {
  title: 'Metric',
  description: 'What is counted',
  default: 'revenue',
  'x-options': 'metrics',
});

export const metricsParam = Type.Array(Type.Enum([...metricNames]), {
  title: 'Metrics',
  description: 'What is counted',
  default: ['revenue'],
  minItems: 1,
  maxItems: metricNames.length,
  uniqueItems: true,
  'x-options': 'metrics',
  'x-multi': true,
});

export const forecastBucketParam = Type.Enum(['week', 'month'], {
  title: 'By',
  description: 'Length of a bucket',
  default: 'month',
});

/** As far ahead as monthly forecasts are stored. */
export const monthsAheadParam = Type.Integer({
  title: 'Ahead',
  description: 'Months ahead',
  default: 12,
  minimum: 1,
  maximum: 24,
});

export const levelsParam = Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 99 }), {
  title: 'Levels',
  description: 'How many of 100 outcomes a band should hold',
  default: [50, 80, 95],
  minItems: 1,
  maxItems: 9,
  'x-multi': true,
});

export const asOfParam = Type.Optional(
  Type.String({
    title: 'As of',
    description: 'Only what was known at this moment (ISO 8601); empty means now, in alerts the end of the range',
    format: 'date-time',
    maxLength: 40,
    'x-advanced': true,
  })
);

export const sourceParam = Type.Optional(
  Type.String({
    title: 'Source',
    description: 'Only what this importer brought, e.g. distrokid',
    maxLength: 60,
    pattern: plainOrEmpty,
    'x-options': 'sources',
    'x-advanced': true,
  })
);

export const searchParam = Type.String({
  title: 'Search',
  description: 'Part of the name, in any case; empty means every name',
  default: '',
  maxLength: 120,
  pattern: plainOrEmpty,
});

/** @param usual how many are listed unless another number is asked for */
export const limitParam = (usual: number) =>
  Type.Integer({
    title: 'At most',
    description: 'How many are listed',
    default: usual,
    minimum: 1,
    maximum: 5000,
    'x-advanced': true,
  });

/** @param list what `x-options` names @param of what is filtered by it */
const namesParam = (title: string, list: string, of: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 300, pattern: plainText }), {
    title,
    description: `Only ${of}; empty means all`,
    default: [],
    maxItems: 500,
    'x-options': list,
    'x-multi': true,
    'x-advanced': true,
  });

export const genresParam = (of: string) => namesParam('Genres', 'genres', `${of} of these genres`);
export const venuesParam = namesParam('Venues', 'venues', 'shows at these venues');
export const platformsParam = namesParam('Platforms', 'platforms', 'audience readings of these platforms');
