import { badRequest } from '../errors.ts';
import { audit } from './audit.ts';
import type { TenantTx } from './connection.ts';

/** What a saved scenario changes; the parameters of the query type of that name. */
export interface SavedScenario {
  scenarioId: string;
  artist: string;
  name: string;
  definition: Record<string, unknown>;
  createdBy: string;
  createdAt: Date;
}

/** Names that one artist may have; a list of more helps nobody. */
const mostScenarios = 200;

const saved = (tx: TenantTx) =>
  tx
    .selectFrom('scenario')
    .innerJoin('artist', 'artist.artist_id', 'scenario.artist_id')
    .select([
      'scenario_id as scenarioId',
      'artist.slug as artist',
      'scenario.name',
      'definition',
      'created_by as createdBy',
      'scenario.created_at as createdAt',
    ]);

/** By name; of all artists where none is given. */
export async function listScenarios(tx: TenantTx, slug?: string): Promise<SavedScenario[]> {
  const query = saved(tx).orderBy('artist.slug').orderBy('scenario.name').limit(5000);
  return (await (slug === undefined ? query : query.where('artist.slug', '=', slug)).execute()) as SavedScenario[];
}

export async function findScenario(tx: TenantTx, artistId: string, name: string): Promise<SavedScenario | undefined> {
  const found = saved(tx).where('scenario.artist_id', '=', artistId).where('scenario.name', '=', name);
  return (await found.executeTakeFirst()) as SavedScenario | undefined;
}

/**
 * Saves a scenario under a name; what had this name is replaced.
 * @throws EncoreError SCENARIOS_FULL where the artist has 200 others
 */
export async function saveScenario(
  tx: TenantTx,
  { artistId, name, definition, by }: { artistId: string; name: string; definition: object; by: string }
): Promise<string> {
  const { n } = await tx
    .selectFrom('scenario')
    .select((build) => build.fn.countAll<number>().as('n'))
    .where('artist_id', '=', artistId)
    .where('name', '<>', name)
    .executeTakeFirstOrThrow();
  if (n >= mostScenarios)
    throw badRequest('SCENARIOS_FULL', `${n} scenarios are saved for this artist; delete one first`, 'name');
  const text = JSON.stringify(definition);
  const { scenario_id: id } = await tx
    .insertInto('scenario')
    .values({ tenant_id: tx.tenantId, artist_id: artistId, name, definition: text, created_by: by })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'artist_id', 'name']).doUpdateSet({ definition: text, created_by: by })
    )
    .returning('scenario_id')
    .executeTakeFirstOrThrow();
  await audit(tx, by, 'scenario.save', id, { name });
  return id;
}

/** @returns false where there is none */
export async function deleteScenario(tx: TenantTx, scenarioId: string, by: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('scenario')
    .where('scenario_id', '=', scenarioId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await audit(tx, by, 'scenario.delete', scenarioId, {});
  return true;
}
