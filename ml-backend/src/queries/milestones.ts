import { Type } from 'typebox';
import { badRequest } from '../errors.ts';
import type { FrameJson, Notice } from '../frames/frame.ts';
import { noData, withNotice } from '../frames/frame.ts';
import { lengthened } from '../serving/lengthened.ts';
import { forecastContract, forecastFrame } from './forecastFrame.ts';
import { openGoals } from './goalOutlooks.ts';
import { milestonesOf } from './milestoneFigures.ts';
import { chancesFrame, datesFrame, milestoneAlert, yearsFrame } from './milestoneFrames.ts';
import { artistParam, asOfParam, forecastBucketParam, metricParam } from './params.ts';
import { askedForecast } from './standingForecast.ts';
import { defineQuery } from './type.ts';

const views = ['dates', 'chances', 'years', 'trajectory'] as const;

export const milestonesQuery = defineQuery({
  name: 'milestones',
  title: 'Milestones ahead',
  help: 'When round numbers and open goals will be passed, how likely by a date, and where the next three years lead.',
  formats: ['table', 'alert'],
  params: Type.Object(
    {
      artist: artistParam,
      metric: metricParam,
      show: Type.Enum([...views], {
        title: 'Show',
        description: 'When each is passed, its chance by the end of each bucket, whole years ahead, or 36 months ahead',
        default: 'dates',
      }),
      count: Type.Enum(['career', 'bucket'], {
        title: 'Counted',
        description:
          'Sums since the first known bucket, or each bucket alone; levels such as followers are always looked at alone',
        default: 'career',
      }),
      thresholds: Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 1e15 }), {
        title: 'Thresholds',
        description: 'Numbers to pass; empty means the next round ones within reach',
        default: [],
        maxItems: 12,
        'x-multi': true,
      }),
      by: Type.Optional(
        Type.String({
          title: 'By',
          description: 'The chance counts up to this day (YYYY-MM-DD); empty means the end of the forecast',
          format: 'date',
          maxLength: 10,
          'x-advanced': true,
        })
      ),
      goals: Type.Boolean({
        title: 'With goals',
        description: 'Adds the open goals of this figure',
        default: true,
        'x-advanced': true,
      }),
      bucket: {
        ...forecastBucketParam,
        description: 'Length of a bucket: 36 months or 52 weeks ahead',
        'x-advanced': true,
      },
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'milestones',
      says: 'one row a threshold or goal, the nearest first; with format alert its chance',
      fields: [
        { name: 'title', type: 'string', says: 'what is passed' },
        { name: 'kind', type: 'string', says: 'threshold or goal' },
        { name: 'target', type: 'number', says: 'how much' },
        { name: 'passed', type: 'time', says: 'the bucket that passed it, empty while it lies ahead' },
        { name: 'early', type: 'time', says: 'the bucket by whose end 1 future in 10 has passed it' },
        { name: 'median', type: 'time', says: 'the same for half of the futures; empty where fewer ever do' },
        { name: 'late', type: 'time', says: 'the same for 9 in 10' },
        { name: 'by', type: 'time', says: 'the deadline, the day asked for or the end of the forecast' },
        { name: 'chance', type: 'number', says: 'that it is passed by then, empty where the forecast ends before' },
      ],
    },
    {
      name: 'chances',
      says: 'one line a milestone that lies ahead',
      fields: [
        { name: 'time', type: 'time', says: 'start of the bucket' },
        { name: 'chance', type: 'number', says: 'that it is passed by the end of the bucket; label milestone' },
      ],
    },
    {
      name: 'years',
      says: 'one row a whole year ahead',
      fields: [
        { name: 'title', type: 'string', says: 'which year' },
        { name: 'time', type: 'time', says: 'its start' },
        { name: 'timeEnd', type: 'time', says: 'its end' },
        { name: 'lower', type: 'number', says: 'nine in ten sums of the year are above; of levels, values at its end' },
        { name: 'median', type: 'number', says: 'half are above' },
        { name: 'upper', type: 'number', says: 'nine in ten are below' },
        { name: 'spread', type: 'number', says: 'width of the range over its middle' },
      ],
    },
    forecastContract('forecast', 'with show trajectory: the frame of the query type forecast, 36 months ahead'),
  ],
  async run(call): Promise<FrameJson[]> {
    const { params, format } = call;
    if (call.fromAlert && format !== 'alert')
      throw badRequest('FORMAT_NOT_ALERTABLE', `a rule takes one number, and ${format} has many; use alert`, 'format');
    const { metric, artist, stored } = await askedForecast(call);
    if (!stored || stored.forecast.times.length === 0) {
      const text = `No ${metric.title.toLowerCase()} of ${artist.name} is known yet; import some to see what lies ahead.`;
      return [noData('milestones', [{ severity: 'info', text }])];
    }
    const cumulative = params.count === 'career';
    const long = await lengthened(call.services.forecaster, stored, metric.nonNegative);
    const context = { artist, metric, stored: long.stored, cumulative };
    if (format !== 'alert' && params.show === 'trajectory') {
      const horizon = long.stored.forecast.mean.length;
      const wanted = { bucket: params.bucket, horizon, levels: [50, 80, 95], from: call.timeRange.from };
      return [forecastFrame(artist, metric, long.stored, wanted)];
    }
    if (format !== 'alert' && params.show === 'years') return [yearsFrame(long, context)];
    const goals = params.goals ? (await openGoals(call, [artist])).filter((goal) => goal.metric === metric.name) : [];
    const aim = { cumulative, thresholds: params.thresholds, by: params.by ? Date.parse(params.by) : undefined };
    const found = milestonesOf(long, metric, aim, goals);
    if (format === 'alert') return [milestoneAlert(found, context)];
    if (found.length === 0) return [noData('milestones', [nothingNear])];
    const made = params.show === 'chances' ? chancesFrame(found, context) : datesFrame(found, context);
    const unknown = stored.history.filter(Number.isNaN).length;
    if (!cumulative || metric.aggregation !== 'sum' || unknown === 0) return [made];
    const text = `${unknown} ${params.bucket}s are not known and count as nothing in the sum`;
    return [withNotice(made, { severity: 'warning', text })];
  },
});

const nothingNear: Notice = {
  severity: 'info',
  text: 'No round number lies within reach; name thresholds to see how likely they are.',
};
