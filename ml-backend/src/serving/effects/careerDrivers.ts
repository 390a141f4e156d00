import type { ArtistFacts } from '../../forecasting/effects/book.ts';
import { addBuckets } from '../../store/buckets.ts';
import type { TenantTx } from '../../store/connection.ts';
import { loadCollaborations, loadGenreMix } from '../../store/effectFacts.ts';
import type { Gathered } from './facts.ts';

/** A work with others is new for so many months. */
const newMonths = 3;

/** Facts with what setlists and works with others add to their drivers. */
export async function withCareerDrivers(
  tx: TenantTx,
  gathered: readonly Gathered[],
  asOf: Date
): Promise<ArtistFacts[]> {
  const ids = gathered.map(({ artist }) => artist.artistId);
  const works = Map.groupBy(await loadCollaborations(tx, ids, asOf), ({ artistId }) => artistId);
  const mixes = Map.groupBy(await loadGenreMix(tx, ids, asOf), ({ artistId }) => artistId);
  return gathered.map(({ artist, facts }) => {
    const start = (t: number) => addBuckets('month', facts.grid.start, t);
    const byMonth = new Map((mixes.get(artist.artistId) ?? []).map(({ month, mix }) => [month, mix]));
    const own = works.get(artist.artistId) ?? [];
    const genres = facts.values.map((_, t) => byMonth.get(start(t)) ?? NaN);
    const collaborations = facts.values.map((_, t) =>
      Number(own.some(({ time }) => time >= start(t + 1 - newMonths) && time < start(t + 1)))
    );
    const drivers = new Map(facts.drivers).set('genres', genres);
    // Who never worked with others has no series of it.
    return { ...facts, drivers: own.length > 0 ? drivers.set('collaborations', collaborations) : drivers };
  });
}
