import type { Artist } from './artists.ts';
import type { Bucket } from './buckets.ts';
import type { TenantTx } from './connection.ts';
import { findMetric } from './metrics.ts';
import type { MetricName } from './metrics.ts';
import { loadSeries } from './series.ts';
import { addReading, artistOfEachTest, now } from './seriesTesting.ts';

const withArtist = artistOfEachTest();

const values = async (tx: TenantTx, artist: Artist, name: MetricName, bucket: Bucket) => {
  const series = await loadSeries(tx, { artist, metric: findMetric(name)!, bucket, asOf: now, withPartial: true });
  return [...series!.values];
};
const dayOf = (month: number, day: number) => new Date(Date.UTC(2024, month - 1, day)).toISOString().slice(0, 10);

describe('readings of a platform', () => {
  it('from two sources never add up: the source with the most readings of the month speaks', () =>
    withArtist(async (tx, artist) => {
      for (let day = 1; day <= 31; day++) await addReading(tx, artist, dayOf(5, day), 'streams', 2);
      for (const day of [1, 8, 15, 22, 29]) {
        await addReading(tx, artist, dayOf(5, day), 'streams', 14, { source: 'audience' });
        await addReading(tx, artist, dayOf(4, day), 'streams', 10, { source: 'audience' });
      }
      await addReading(tx, artist, dayOf(5, 31), 'streams', 7, { platform: 'deezer', source: 'audience' });
      expect(await values(tx, artist, 'streams', 'month')).toEqual([50, 69]);
      expect(await values(tx, artist, 'streams', 'quarter')).toEqual([119]);
    }));

  it('of two grains never add up: days where they cover the month, else the month', () =>
    withArtist(async (tx, artist) => {
      for (let day = 1; day <= 31; day++) await addReading(tx, artist, dayOf(5, day), 'streams', 2);
      for (let day = 20; day <= 30; day++) await addReading(tx, artist, dayOf(4, day), 'streams', 2);
      for (const month of [4, 5]) await addReading(tx, artist, dayOf(month, 1), 'streams', 60, { grain: 'month' });
      expect(await values(tx, artist, 'streams', 'month')).toEqual([60, 62]);
    }));
});

describe('the total of a level', () => {
  it('carries a platform on that is read less often, for three of its gaps', () =>
    withArtist(async (tx, artist) => {
      for (let day = 1; day <= 31; day++) await addReading(tx, artist, dayOf(5, day), 'followers', 100 + day);
      for (const day of [1, 4, 7])
        await addReading(tx, artist, dayOf(5, day), 'followers', 1000 * day, { platform: 'instagram' });
      const days = await values(tx, artist, 'followers', 'day');
      expect(days.slice(0, 5)).toEqual([1101, 1102, 1103, 4104, 4105]);
      expect([days[15], days[16]]).toEqual([7116, 117]);
    }));

  it('carries from before the range, and a day on which nothing was read stays empty', () =>
    withArtist(async (tx, artist) => {
      await addReading(tx, artist, dayOf(5, 1), 'followers', 10, { platform: 'instagram' });
      await addReading(tx, artist, dayOf(5, 3), 'followers', 5);
      const range = { from: Date.UTC(2024, 4, 2), to: Date.UTC(2024, 4, 3) };
      const metric = findMetric('followers')!;
      const series = await loadSeries(tx, { artist, metric, bucket: 'day', asOf: now, range });
      expect([...series!.values]).toEqual([NaN, 15]);
    }));
});
