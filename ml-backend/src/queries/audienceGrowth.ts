import { Type } from 'typebox';
import type { FrameJson } from '../frames/frame.ts';
import { noData } from '../frames/frame.ts';
import { growthEffects } from '../serving/effects/estimator.ts';
import { gather } from '../serving/effects/facts.ts';
import { withCareerDrivers } from '../serving/effects/careerDrivers.ts';
import { forecastContract, forecastFrame } from './forecastFrame.ts';
import { driversFrame, growthDrivers } from './growthDrivers.ts';
import { artistParam, asOfParam, levelsParam, monthsAheadParam } from './params.ts';
import { askedForecast, knowledgeKey } from './standingForecast.ts';
import { defineQuery } from './type.ts';

export const audienceGrowthQuery = defineQuery({
  name: 'audience_growth',
  title: 'Audience growth',
  help: 'How the audience is expected to grow, and what drove its growth so far: engagement, shows, rooms, genres, works with others.',
  formats: ['timeseries', 'table'],
  params: Type.Object(
    {
      artist: artistParam,
      metric: Type.Enum(['listeners', 'followers'], {
        title: 'Audience',
        description: 'Who is counted',
        default: 'listeners',
      }),
      horizon: monthsAheadParam,
      show: Type.Enum(['forecast', 'drivers'], {
        title: 'Show',
        description: 'The forecast, or what drives the growth',
        default: 'forecast',
      }),
      levels: levelsParam,
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    forecastContract('forecast', 'one wide frame as of the query type forecast'),
    {
      name: 'drivers',
      says: 'one row a driver, the surest first; those that cannot be estimated last',
      fields: [
        { name: 'driver', type: 'string', says: 'what may drive the growth' },
        { name: 'change', type: 'string', says: 'the change whose effect is told' },
        { name: 'effect', type: 'number', says: 'share by which the audience is larger after it; empty where unknown' },
        { name: 'lower', type: 'number', says: 'lower end at 80%' },
        { name: 'upper', type: 'number', says: 'upper end at 80%' },
        { name: 'lag', type: 'number', says: 'months after which it is seen' },
        { name: 'n', type: 'number', says: 'own months with the driver' },
        { name: 'artists', type: 'number', says: 'artists that the effect is drawn to' },
        { name: 'source', type: 'string', says: 'own, pooled or not estimated' },
      ],
    },
  ],
  async run(call): Promise<FrameJson[]> {
    const { params, read, asOf, now } = call;
    const { metric, artist, stored } = await askedForecast(call);
    if (!stored) {
      const text = `No ${metric.title.toLowerCase()} of ${artist.name} are known yet; import some to see how they grow.`;
      return [noData(params.show, [{ severity: 'info', text }])];
    }
    if (params.show === 'forecast')
      return [forecastFrame(artist, metric, stored, { ...params, bucket: 'month', from: call.timeRange.from })];
    const names = growthDrivers.map(({ name }) => name);
    const book = await growthEffects(knowledgeKey(call, stored), now.getTime(), names, () =>
      read(async (tx) => withCareerDrivers(tx, await gather(tx, artist, metric, asOf), asOf))
    );
    return [driversFrame(artist, metric, book)];
  },
});
