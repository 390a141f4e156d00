import { Type } from 'typebox';
import { badRequest } from '../errors.ts';
import type { FrameJson, Notice } from '../frames/frame.ts';
import { noData, withNotice } from '../frames/frame.ts';
import type { Metric } from '../store/metrics.ts';
import { openGoals } from './goalOutlooks.ts';
import { requireArtists, requireMetric } from './lookup.ts';
import { artistsParam, asOfParam, metricParam, monthsAheadParam } from './params.ts';
import { riskFigures, riskQuantities } from './riskFigures.ts';
import { goalsFrame, monthsFrame, riskAlert, summaryFrame } from './riskFrames.ts';
import type { RiskLine } from './riskFrames.ts';
import { standingForecast } from './standingForecast.ts';
import { defineQuery } from './type.ts';
import type { QueryCall } from './type.ts';

const views = ['summary', 'months', 'goals'] as const;

export const riskQuery = defineQuery({
  name: 'risk',
  title: 'Risk',
  help: 'What may go wrong over the next months: chance of a loss, bad cases, the reserve needed, and which goals are at risk.',
  formats: ['table', 'alert'],
  params: Type.Object(
    {
      artists: artistsParam,
      metric: { ...metricParam, default: 'net' },
      horizon: monthsAheadParam,
      show: Type.Enum([...views], {
        title: 'Show',
        description: 'The whole stretch, month by month, or the open goals',
        default: 'summary',
      }),
      limit: Type.Number({
        title: 'A loss is below',
        description: 'An outcome below this counts as a loss',
        default: 0,
        minimum: -1e15,
        maximum: 1e15,
        'x-advanced': true,
      }),
      quantity: Type.Enum([...riskQuantities], {
        title: 'In alerts',
        description:
          'The number an alert sees, one an artist: chance of a loss, mean of the worst 1 in 20, what 9 in 10 exceed, reserve needed, chance of less than before; or one a goal: its chance',
        default: 'loss_chance',
        'x-advanced': true,
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'risk',
      says: 'one row an artist; with format alert one row an artist or goal with the chosen quantity',
      fields: [
        { name: 'artist', type: 'string', says: 'name' },
        { name: 'artistId', type: 'string', says: 'slug' },
        { name: 'lower', type: 'number', says: 'nine in ten outcomes are above' },
        {
          name: 'median',
          type: 'number',
          says: 'half of the outcomes are above, of the sum over the stretch; of levels, of the value at its end',
        },
        { name: 'upper', type: 'number', says: 'nine in ten are below' },
        { name: 'worst', type: 'number', says: 'mean of the worst 1 in 20 (CVaR 5%)' },
        { name: 'lossChance', type: 'number', says: 'chance that the sum is below the limit, 0 to 1' },
        { name: 'anyLossChance', type: 'number', says: 'chance that at least one month is below the limit' },
        { name: 'reserve', type: 'number', says: 'money at hand that lasts in 19 of 20 futures; empty for levels' },
        {
          name: 'previous',
          type: 'number',
          says: 'the sum of as many months just before, empty where they are not known',
        },
        { name: 'belowPreviousChance', type: 'number', says: 'chance of less than that' },
        { name: 'currency', type: 'string', says: 'only where artists have different ones' },
      ],
    },
    {
      name: 'months',
      says: 'one row a month ahead and artist',
      fields: [
        { name: 'time', type: 'time', says: 'start of the month' },
        { name: 'median', type: 'number', says: 'half of the outcomes are above' },
        { name: 'lower', type: 'number', says: 'nine in ten are above' },
        { name: 'lossChance', type: 'number', says: 'chance of less than the limit in that month' },
      ],
    },
    {
      name: 'goals',
      says: 'one row an open goal, the least likely first',
      fields: [
        { name: 'title', type: 'string', says: 'what is wanted' },
        { name: 'metric', type: 'string', says: 'of which figure' },
        { name: 'target', type: 'number', says: 'how much' },
        { name: 'deadline', type: 'time', says: 'by when' },
        { name: 'chance', type: 'number', says: 'that it is reached by then, empty where no forecast tells' },
      ],
    },
  ],
  async run(call): Promise<FrameJson[]> {
    const { params, format, read } = call;
    if (call.fromAlert && format !== 'alert')
      throw badRequest('FORMAT_NOT_ALERTABLE', `a rule takes one number, and ${format} has many; use alert`, 'format');
    const metric = requireMetric(params.metric);
    const artists = await read((tx) => requireArtists(tx, params.artists));
    const wantsGoals = format === 'alert' ? params.quantity === 'goal_chance' : params.show === 'goals';
    if (wantsGoals) {
      const goals = await openGoals(call, artists);
      if (format === 'alert') return [riskAlert([], goals, metric, 'goal_chance')];
      return goals.length ? [goalsFrame(artists, goals)] : [noData('goals', [noGoals])];
    }
    const lines: RiskLine[] = [];
    for (const artist of artists) {
      const { stored } = await standingForecast(call, artist.slug, metric);
      lines.push({ artist, figures: stored && riskFigures(stored, metric, params.horizon, params.limit) });
    }
    if (format === 'alert') return [riskAlert(lines, [], metric, params.quantity)];
    return [shown(lines, metric, params.show, call)];
  },
});

const noGoals: Notice = {
  severity: 'info',
  text: 'No goal is open. Import goals with a target and a date to see how likely each is.',
};

function shown(lines: RiskLine[], metric: Metric, show: (typeof views)[number], { params }: QueryCall): FrameJson {
  const told = lines.filter(({ figures }) => figures);
  const name = show === 'months' ? 'months' : 'risk';
  if (told.length === 0) {
    const text = `No ${metric.title.toLowerCase()} is known yet; import some to see what may go wrong.`;
    return noData(name, [{ severity: 'info', text }]);
  }
  const found = show === 'months' ? monthsFrame(told, metric) : summaryFrame(told, metric);
  found.schema.meta = { ...found.schema.meta, custom: { encore: 'risk', metric: metric.title, ...(params as object) } };
  const missing = lines.filter(({ figures }) => !figures).map(({ artist }) => artist.name);
  if (missing.length === 0) return found;
  const text = `Without ${metric.title.toLowerCase()} and so left out: ${missing.join(', ')}`;
  return withNotice(found, { severity: 'info', text });
}
