import { Type } from 'typebox';
import type { FrameJson } from '../frames/frame.ts';
import { frame, noData, numberField, stringField, tableMeta } from '../frames/frame.ts';
import { STEP_GROUPS, summariseScores } from '../serving/accuracy.ts';
import type { Score } from '../serving/accuracy.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import { rollingScores } from '../serving/rolling.ts';
import { errorsContract, errorsFrame } from './accuracyFrame.ts';
import { memberTitle } from './memberTitles.ts';
import { artistParam, asOfParam, forecastBucketParam, metricParam } from './params.ts';
import { askedForecast } from './standingForecast.ts';
import { defineQuery } from './type.ts';

const levels = [50, 80, 95];

export const forecastExplanationQuery = defineQuery({
  name: 'forecast_explanation',
  title: 'Forecast explained',
  help: 'What a forecast is made of: the methods and their weights, how they did at earlier moments by distance, and what is to be kept in mind.',
  formats: ['table'],
  params: Type.Object(
    {
      artist: artistParam,
      metric: metricParam,
      bucket: forecastBucketParam,
      show: Type.Enum(['members', 'backtest', 'notices'], {
        title: 'Show',
        description: 'The methods and their weights, errors at earlier moments, or remarks',
        default: 'members',
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'members',
      says: 'one row a method, the heaviest first; meta.custom has model, history and madeAt',
      fields: [
        { name: 'member', type: 'string', says: 'what it is called' },
        { name: 'id', type: 'string', says: 'its name in the model' },
        { name: 'weight', type: 'number', says: 'its share, 0 to 1; the shares add up to 1' },
      ],
    },
    errorsContract(
      'backtest',
      'one row a distance: today’s model at six earlier moments, with what lay before each, against what came'
    ),
    {
      name: 'notices',
      says: 'one row a remark',
      fields: [
        { name: 'severity', type: 'string', says: 'info or warning' },
        { name: 'text', type: 'string', says: 'what is to be kept in mind' },
        { name: 'code', type: 'string', says: 'of the forecast’s remarks; empty for those of the facts' },
      ],
    },
  ],
  async run(call): Promise<FrameJson[]> {
    const { params } = call;
    const { metric, artist, stored } = await askedForecast(call);
    if (!stored) {
      const text = `No ${metric.title.toLowerCase()} of ${artist.name} is known yet; import some to get a forecast.`;
      return [noData(params.show, [{ severity: 'info', text }])];
    }
    if (params.show === 'notices') return [noticesFrame(stored)];
    if (params.show === 'members') return [membersFrame(stored)];
    const scores = await rollingScores(call.services.forecaster, stored, metric.nonNegative);
    if (scores.length === 0) {
      const text = `${stored.history.length} ${params.bucket}s are too few to test the forecast on; 16 are needed.`;
      return [noData('backtest', [{ severity: 'info', text }])];
    }
    return [backtestFrame(stored, scores)];
  },
});

function membersFrame(stored: StoredForecast): FrameJson {
  const { members, model } = stored.forecast;
  const rows = members.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return frame(
    'members',
    [
      stringField(
        'member',
        rows.map(({ name }) => memberTitle(name)),
        { config: { displayName: 'Method' } }
      ),
      stringField(
        'id',
        rows.map(({ name }) => name)
      ),
      numberField(
        'weight',
        rows.map(({ weight }) => weight),
        {
          config: { unit: 'percentunit', decimals: 0, displayName: 'Weight' },
        }
      ),
    ],
    {
      ...tableMeta,
      custom: {
        encore: 'forecast_explanation',
        model,
        history: stored.history.length,
        bucket: stored.bucket,
        madeAt: stored.madeAt.getTime(),
      },
    }
  );
}

function backtestFrame({ bucket, forecast }: StoredForecast, scores: readonly Score[]): FrameJson {
  const { name, version } = forecast.model;
  const farthest = Math.max(...scores.map(({ step }) => step));
  const rows = STEP_GROUPS.flatMap(([firstStep, last]) => {
    const lastStep = Math.min(last, farthest);
    const own = scores.filter(({ step }) => step >= firstStep && step <= lastStep);
    if (own.length === 0) return [];
    const forecasts = own.filter(({ step }) => step === firstStep).length;
    const found = summariseScores(own, levels);
    return [{ subject: `${name}@${version}`, measured: 'backtest', firstStep, lastStep, forecasts, ...found }];
  });
  return errorsFrame('backtest', rows, levels, bucket);
}

const nothingUnusual = 'Nothing unusual: the history is long enough and complete.';

function noticesFrame({ forecast, seriesNotices }: StoredForecast): FrameJson {
  const rows: Array<{ severity: string; text: string; code: string | null }> = [
    ...seriesNotices.map((text) => ({ severity: 'warning', text, code: null })),
    ...forecast.notices.map(({ severity, text, code }) => ({ severity, text, code })),
  ];
  if (rows.length === 0) rows.push({ severity: 'info', text: nothingUnusual, code: null });
  return frame(
    'notices',
    [
      stringField(
        'severity',
        rows.map(({ severity }) => severity),
        { config: { displayName: 'Kind' } }
      ),
      stringField(
        'text',
        rows.map(({ text }) => text),
        { config: { displayName: 'To keep in mind' } }
      ),
      stringField(
        'code',
        rows.map(({ code }) => code)
      ),
    ],
    tableMeta
  );
}
