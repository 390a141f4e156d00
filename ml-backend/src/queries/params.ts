import { Type } from 'typebox';
import { metricNames } from '../store/metrics.ts';

/** PostgreSQL has no text with a NUL in it. */
export const plainText = '^[^\\u0000]+$';

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

export const asOfParam = Type.Optional(
  Type.String({
    title: 'As of',
    description: 'Only what was known at this moment (ISO 8601); empty means now, in alerts the end of the range',
    format: 'date-time',
    'x-advanced': true,
  })
);

export const sourceParam = Type.Optional(
  Type.String({
    title: 'Source',
    description: 'Only what this importer brought, e.g. distrokid',
    maxLength: 60,
    pattern: '^[^\\u0000]*$',
    'x-options': 'sources',
    'x-advanced': true,
  })
);

export const platformsParam = Type.Array(Type.String({ minLength: 1, maxLength: 120, pattern: plainText }), {
  title: 'Platforms',
  description: 'Audience readings of these platforms only; empty means all',
  default: [],
  maxItems: 100,
  'x-options': 'platforms',
  'x-multi': true,
  'x-advanced': true,
});
