import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { notFound } from '../errors.ts';
import { requireArtist } from '../queries/lookup.ts';
import { plainText } from '../queries/params.ts';
import { ScenarioDefinition } from '../queries/scenario.ts';
import type { Db } from '../store/connection.ts';
import { readTenant, withTenant } from '../store/connection.ts';
import { deleteScenario, listScenarios, saveScenario } from '../store/scenarios.ts';
import { ErrorBody } from './errors.ts';
import { IdParams } from './importSchemas.ts';

const failures = { '4xx': ErrorBody, '5xx': ErrorBody };
const write = { config: { scope: 'write' as const } };
const Slug = Type.String({ minLength: 1, maxLength: 120, pattern: plainText, description: 'Slug of one artist' });

const NewScenario = Type.Object(
  {
    artist: Slug,
    name: Type.String({
      minLength: 1,
      maxLength: 120,
      pattern: plainText,
      description: 'What had this name is replaced',
    }),
    definition: ScenarioDefinition,
  },
  { additionalProperties: false }
);

const Saved = Type.Object({
  id: Type.String(),
  artist: Type.String(),
  name: Type.String(),
  definition: Type.Record(Type.String(), Type.Unknown()),
  createdBy: Type.String(),
  createdAt: Type.String(),
});

/** Scenarios under a name: whoever may write saves and deletes them, the query type `scenario` answers them. */
export const scenarioRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/v1/scenarios',
    {
      schema: {
        summary: 'Saved scenarios, of all artists or of one',
        tags: ['scenarios'],
        querystring: Type.Object({ artist: Type.Optional(Slug) }, { additionalProperties: false }),
        response: { 200: Type.Object({ scenarios: Type.Array(Saved) }), ...failures },
      },
    },
    async ({ auth, query: { artist } }) => {
      const found = await readTenant(db, auth.tenantId, (tx) => listScenarios(tx, artist));
      return {
        scenarios: found.map(({ scenarioId: id, createdAt, ...rest }) => ({
          id,
          ...rest,
          createdAt: createdAt.toISOString(),
        })),
      };
    }
  );

  app.post(
    '/v1/scenarios',
    {
      ...write,
      schema: {
        summary: 'Save a scenario under a name',
        tags: ['scenarios'],
        body: NewScenario,
        response: { 201: Type.Object({ id: Type.String() }), ...failures },
      },
    },
    async ({ auth, body }, reply) => {
      const id = await withTenant(db, auth.tenantId, async (tx) => {
        const { artistId } = await requireArtist(tx, body.artist);
        return saveScenario(tx, { artistId, name: body.name, definition: body.definition, by: auth.name });
      });
      return reply.code(201).send({ id });
    }
  );

  app.delete(
    '/v1/scenarios/:id',
    {
      ...write,
      schema: {
        summary: 'Delete a saved scenario',
        tags: ['scenarios'],
        params: IdParams,
        response: { 204: Type.Null(), ...failures },
      },
    },
    async ({ auth, params: { id } }, reply) => {
      const gone = await withTenant(db, auth.tenantId, (tx) => deleteScenario(tx, id, auth.name));
      if (!gone) throw notFound('SCENARIO_UNKNOWN', `there is no saved scenario ${id}; see GET /v1/scenarios`, 'id');
      return reply.code(204).send(null);
    }
  );
};
