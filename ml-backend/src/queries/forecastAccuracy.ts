import { Type } from 'typebox';
import type { Notice } from '../frames/frame.ts';
import { noData, withNotice } from '../frames/frame.ts';
import { storedAccuracy, summariseScores, testedAccuracy } from '../serving/accuracy.ts';
import type { AccuracyRequest, Tested } from '../serving/accuracy.ts';
import { modelVersion } from '../serving/forecasts.ts';
import { errorsContract, errorsFrame, lastStepOf } from './accuracyFrame.ts';
import type { ErrorRow } from './accuracyFrame.ts';
import { requireArtists } from './lookup.ts';
import { artistsParam, asOfParam, forecastBucketParam, levelsParam, metricsParam } from './params.ts';
import { defineQuery } from './type.ts';

export const forecastAccuracyQuery = defineQuery({
  name: 'forecast_accuracy',
  title: 'Forecast accuracy',
  help: 'How good forecasts were: what was said beside what came, by how far ahead and by model version, and beside simply repeating last year.',
  formats: ['table'],
  params: Type.Object(
    {
      artists: artistsParam,
      metrics: metricsParam,
      bucket: forecastBucketParam,
      levels: {
        ...levelsParam,
        description: 'Ranges whose share of outcomes inside is told, in percent',
        'x-advanced': true,
      },
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    errorsContract(
      'accuracy',
      'one row a model version and distance: forecasts that were stored and have come due, and the backtest of those that stand'
    ),
  ],
  async run({ params, read, asOf }) {
    const { bucket } = params;
    const levels = params.levels.toSorted((a, b) => a - b);
    const { stored, tested } = await read(async (tx) => {
      const artistIds = (await requireArtists(tx, params.artists)).map(({ artistId }) => artistId);
      const request: AccuracyRequest = { artistIds, metrics: params.metrics, bucket, levels, asOf };
      return { stored: await storedAccuracy(tx, request), tested: await testedAccuracy(tx, request) };
    });
    const rows = stored.map(
      ({ modelVersion: subject, firstStep, ...row }): ErrorRow => ({
        subject,
        measured: 'stored forecasts',
        firstStep,
        lastStep: lastStepOf(firstStep),
        ...row,
      })
    );
    if (tested.forecasts) rows.push(testedRow(tested, levels));
    if (rows.length === 0) return [noData('accuracy', [nothing])];
    const frame = errorsFrame('accuracy', rows, levels, bucket);
    return [stored.length === 0 ? withNotice(frame, notYet(bucket)) : frame];
  },
});

function testedRow(tested: Tested, levels: readonly number[]): ErrorRow {
  const { n, mase, naiveMase, smape, naiveSmape } = summariseScores(tested.scores, []);
  return {
    subject: modelVersion,
    measured: 'backtest',
    firstStep: 1,
    lastStep: 1,
    n,
    forecasts: tested.forecasts,
    mase,
    naiveMase,
    smape,
    naiveSmape,
    coverage: levels.map((level) => (level === tested.level ? tested.coverage : null)),
  };
}

const nothing: Notice = {
  severity: 'info',
  text: 'No forecast has come due yet, and no history is long enough to test one on.',
};

const notYet = (bucket: string): Notice => ({
  severity: 'info',
  text: `No stored forecast has come due yet: the first is checked when its ${bucket} is complete. Until then the backtest tells.`,
});
