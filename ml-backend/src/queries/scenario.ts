import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { notFound } from '../errors.ts';
import type { FrameJson } from '../frames/frame.ts';
import { noData } from '../frames/frame.ts';
import { scenarioGround } from '../serving/effects/estimator.ts';
import { gather } from '../serving/effects/facts.ts';
import { referencePool, scenarioPaths } from '../serving/effects/read.ts';
import { pathsOf, seedOf } from '../serving/storedPaths.ts';
import { loadReferences } from '../store/effectFacts.ts';
import type { TenantTx } from '../store/connection.ts';
import type { Metric } from '../store/metrics.ts';
import { findScenario, listScenarios } from '../store/scenarios.ts';
import { forecastContract } from './forecastFrame.ts';
import { requireArtist } from './lookup.ts';
import { artistParam, asOfParam, levelsParam, metricParam, monthsAheadParam, plainOrEmpty } from './params.ts';
import { partsOf } from './scenarioChanges.ts';
import type { Wanted } from './scenarioChanges.ts';
import { effectsFrame, pathFrame, savedFrame } from './scenarioFrames.ts';
import { askedForecast, knowledgeKey } from './standingForecast.ts';
import { defineQuery } from './type.ts';

/** What a scenario may change; also what is saved under a name. */
export const scenarioChanges = {
  gigs: Type.Number({
    title: 'Shows a month',
    description: 'So many more each month; fewer below 0',
    default: 0,
    minimum: -60,
    maximum: 60,
  }),
  ticketPrice: Type.Number({
    title: 'Ticket price, %',
    description: 'Percent more; less below 0',
    default: 0,
    minimum: -80,
    maximum: 200,
  }),
  marketing: Type.Number({
    title: 'Marketing a month',
    description: 'So much more money each month, in the artist’s currency',
    default: 0,
    minimum: -1e6,
    maximum: 1e6,
  }),
  practiceHours: Type.Number({
    title: 'Practice, hours a week',
    description: 'So many hours more each week; fewer below 0',
    default: 0,
    minimum: -80,
    maximum: 80,
  }),
  releaseIn: Type.Integer({
    title: 'Release in month',
    description: 'A release in the middle of this month ahead; 0 for none',
    default: 0,
    minimum: 0,
    maximum: 24,
  }),
  booked: Type.Boolean({
    title: 'Count booked shows',
    description: 'Months with more booked shows than usual bring more',
    default: false,
  }),
};

export const ScenarioDefinition = Type.Object(scenarioChanges, { additionalProperties: false });

export const scenarioQuery = defineQuery({
  name: 'scenario',
  title: 'Scenario',
  help: 'What a metric would be with more shows, other prices, marketing, practice or a release, and how sure that is.',
  formats: ['timeseries', 'table'],
  params: Type.Object(
    {
      artist: artistParam,
      metric: metricParam,
      ...scenarioChanges,
      name: Type.String({
        title: 'Saved scenario',
        description: 'Name of a saved one, whose changes are taken instead; empty for those above',
        default: '',
        maxLength: 120,
        pattern: plainOrEmpty,
      }),
      horizon: monthsAheadParam,
      show: Type.Enum(['scenario', 'difference', 'effects', 'saved'], {
        title: 'Show',
        description: 'The scenario beside the baseline, its difference, the effects behind it, or what is saved',
        default: 'scenario',
      }),
      levels: levelsParam,
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    forecastContract(
      'scenario',
      'one wide frame like a forecast: what is expected with the changes, or by how much that differs; meta.custom has forecastFrom and total',
      [{ name: 'baseline', type: 'number', says: 'what is expected without the changes' }]
    ),
    {
      name: 'effects',
      says: 'one row a change: its effect with an 80% interval and what it rests on',
      fields: [
        { name: 'change', type: 'string', says: 'what is changed' },
        { name: 'of', type: 'string', says: 'what the effect is a figure of' },
        { name: 'effect', type: 'number', says: 'its middle, empty where nobody can tell' },
        { name: 'lower', type: 'number', says: 'lower end at 80%' },
        { name: 'upper', type: 'number', says: 'upper end at 80%' },
        { name: 'n', type: 'number', says: 'own observations' },
        { name: 'artists', type: 'number', says: 'artists that it is drawn to' },
        { name: 'shrinkage', type: 'number', says: 'how far it is drawn to them, 0 to 1' },
        { name: 'source', type: 'string', says: 'own, pooled, reference or not estimated' },
      ],
    },
    {
      name: 'saved',
      says: 'one row a saved scenario of the artist',
      fields: [
        { name: 'name', type: 'string', says: 'its name' },
        { name: 'artist', type: 'string', says: 'slug' },
        { name: 'changes', type: 'string', says: 'what it changes, as JSON' },
        { name: 'savedAt', type: 'time', says: 'when it was first saved' },
        { name: 'id', type: 'string', says: 'id, by which it is deleted' },
      ],
    },
  ],
  async run(call): Promise<FrameJson[]> {
    const { params, read, asOf, now } = call;
    if (params.show === 'saved') {
      const saved = await read(async (tx) => listScenarios(tx, (await requireArtist(tx, params.artist)).slug));
      return [savedFrame(saved)];
    }
    const { metric, artist, stored } = await askedForecast(call);
    if (!stored || stored.forecast.times.length === 0) {
      const text = `No ${metric.title.toLowerCase()} of ${artist.name} can be forecast yet; import some first.`;
      return [noData('scenario', [{ severity: 'info', text }])];
    }
    const ground = await scenarioGround(knowledgeKey(call, stored), now.getTime(), () =>
      read(async (tx) => ({
        gathered: await gather(tx, artist, metric, asOf),
        priceReference: await priceReference(tx, metric),
      }))
    );
    const wanted = params.name === '' ? params : await read((tx) => savedChanges(tx, artist.artistId, params.name));
    if (!ground) return [noData('scenario')];
    const horizon = Math.min(params.horizon, stored.forecast.mean.length);
    const parts = partsOf(wanted, metric, ground.book, ground.own, { start: stored.asOfBucket, length: horizon });
    if (params.show === 'effects') return [effectsFrame({ parts })];
    const baseline = pathsOf(stored).map((path) => path.subarray(0, horizon));
    const changes = parts.flatMap(({ change }) => change ?? []);
    const seed = seedOf(stored.factsKey);
    const paths = scenarioPaths(baseline, changes, metric.nonNegative, seed);
    const drawn = {
      artist,
      metric,
      stored,
      baseline,
      ...paths,
      parts,
      levels: params.levels,
      from: call.timeRange.from,
    };
    return [pathFrame(drawn, params.show)];
  },
});

/** What is known elsewhere of how a metric answers to prices; where no artist of the tenant tells. */
async function priceReference(tx: TenantTx, metric: Metric) {
  const figures = await loadReferences(tx, 'effect.ticket_price');
  const value = figures.get(`effect.ticket_price ${metric.name}`);
  const spread = figures.get(`effect.ticket_price.spread ${metric.name}`);
  return value === undefined || spread === undefined ? undefined : referencePool(value, spread);
}

async function savedChanges(tx: TenantTx, artistId: string, name: string): Promise<Wanted> {
  const saved = await findScenario(tx, artistId, name);
  if (!saved)
    throw notFound('SCENARIO_UNKNOWN', `no scenario is saved as "${name}"; see the list with show "saved"`, 'name');
  return Value.Default(ScenarioDefinition, { ...saved.definition }) as Wanted;
}
