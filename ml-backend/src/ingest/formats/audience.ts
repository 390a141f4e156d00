import { audienceTarget } from '../../store/incomingAudience.ts';
import { BadValue, remember } from '../values/badValue.ts';
import type { Reader } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, TableFormat, Row } from '../format.ts';
import { missing, notYet } from '../values/missing.ts';
import { reading } from '../values/reading.ts';
import { byColumnsWith } from '../recognise.ts';
import { oneOf, text } from '../values/text.ts';
import { atMidnight, lastDay } from '../values/time.ts';

const metric = oneOf('metric', {
  streams: 'streams',
  plays: 'streams',
  listeners: 'listeners',
  'monthly listeners': 'listeners',
  followers: 'followers',
  fans: 'followers',
  subscribers: 'followers',
  engagement: 'engagement',
  'engagement rate': 'engagement',
  saves: 'saves',
  'playlist adds': 'playlist_adds',
  views: 'views',
});

const platform: Reader = (value, context) => {
  const name = text(60)(value, context);
  return typeof name === 'string' ? name.toLowerCase() : name;
};

/**
 * Numbers of an audience from any platform, one a row.
 *
 *     date,platform,metric,value,territory,city
 *     2024-05-01,instagram,followers,5210,,
 *     2024-05-01,spotify,listeners,96,DE,Berlin
 *     2024-04,youtube,views,18200,,
 *
 * Date, platform, metric, territory and city are the natural key; the value is what a later file may restate. A month
 * (2024-04) is a reading of the whole month. A row without territory and city is of everywhere, and where a platform
 * gives both, the total is what counts.
 */
export const audience: TableFormat = {
  name: 'audience',
  title: 'Audience readings',
  help: 'One row a reading: date (a day or a month), platform, metric (streams, listeners, followers, engagement, saves, playlist adds, views), value; optionally territory, city.',
  target: audienceTarget,
  recognise: byColumnsWith('metric', 'measure'),
  columns: {
    date: {
      title: 'date',
      also: ['day', 'month'],
      required: true,
      key: true,
      evidence: 'date',
      read: remember(anyDate),
    },
    platform: {
      title: 'platform',
      also: ['service', 'network', 'channel'],
      required: true,
      fixed: true,
      key: true,
      read: remember(platform),
    },
    metric: {
      title: 'metric',
      also: ['measure', 'kind', 'what'],
      required: true,
      fixed: true,
      key: true,
      read: remember(metric),
    },
    value: { title: 'value', also: ['count', 'number', 'total'], required: true, read: reading },
    territory: {
      title: 'territory',
      also: ['country', 'country code', 'market'],
      key: true,
      read: remember(text(100)),
    },
    city: { title: 'city', also: ['town'], key: true, read: remember(text(200)) },
  },
  fact,
};

function fact(row: Row, { knownAfter, today }: FactContext): Fact | BadValue {
  const { date, value } = row;
  const fault = missing(row, 'date', 'platform', 'metric', 'value') ?? notYet(date!, today, 'date');
  if (fault) return fault;
  if (row.metric === 'engagement' && Number(value) > 1) {
    return new BadValue(
      'IMPORT_BAD_NUMBER',
      `"${value}" is no share of followers; write it as 0.045 or as 4.5%`,
      'value'
    );
  }
  const monthly = date!.length === 7;
  return {
    grain: monthly ? 'month' : 'day',
    occurredAt: atMidnight(monthly ? `${date}-01` : date!),
    knownAt: knownAfter(monthly ? lastDay(date!) : date!, 1),
    values: { platform: row.platform, metric: row.metric, territory: row.territory, city: row.city, value },
  };
}
