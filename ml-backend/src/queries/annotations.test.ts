import { columns, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
beforeAll(async () => {
  queries = await testQueries();
  const ada = await queries.artist({ slug: 'ada', name: 'Ada' });
  await queries.facts(ada, 'milestone', [{ occurred_at: '2025-02-01', title: 'First million' }]);
  await queries.facts(ada, 'release', [
    { occurred_at: '2025-03-01', title: 'Blue, at last', release_type: 'ep' },
    { occurred_at: '2019-03-01', title: 'Long ago' },
  ]);
  await queries.facts(ada, 'gig', [
    { occurred_at: '2025-05-01', tour: 'Tour', venue_name: 'Hall', city: 'Leeds', country: 'UK', heads: 1200 },
    { occurred_at: '2025-06-01', tour: 'Tour', venue_name: 'Barn', city: 'York', status: 'booked' },
    { occurred_at: null, known_at: '2025-06-01', venue_name: 'Nowhere' },
  ]);
  await queries.facts(ada, 'goal', [
    {
      occurred_at: '2025-01-05',
      title: '1,000 fans',
      metric: 'followers',
      target: 1000,
      set_on: '2025-01-05',
      deadline: '2026-06-30',
    },
  ]);
});
afterAll(() => queries.close());

const ask = async (params: object, more: object = {}) =>
  (
    await queries.frames('annotations', params, {
      timeRange: { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 11, 31) },
      ...more,
    })
  )[0]!;

describe('annotations', () => {
  it('are milestones, releases and unusual years of the time range, in the fields that Grafana reads', async () => {
    const frame = await ask({ artists: ['ada'] });
    expect(columns(frame)).toEqual({
      time: [Date.UTC(2025, 1, 1), Date.UTC(2025, 2, 1), Date.UTC(2025, 4, 1)],
      timeEnd: [null, null, null],
      title: ['First million', 'Blue, at last', 'First show on record'],
      text: ['', 'ep', ''],
      tags: ['milestone,ada', 'release,ep,ada', 'milestone,ada'],
      id: [
        'milestone:ada:1738368000000:First million',
        'release:ada:1740787200000:Blue, at last',
        'milestone:ada:1746057600000:First show on record',
      ],
    });
    expect(frame.schema.meta).toMatchObject({ type: 'table' });
  });

  it('say what tours, shows and goals are about; a goal stands where it is due, a show without a date nowhere', async () => {
    const { time, timeEnd, title, text, tags } = columns(
      await ask({ artists: ['ada'], kinds: ['tour', 'show', 'goal'] })
    );
    expect(title).toEqual(['Hall', 'Tour', 'Barn', '1,000 fans']);
    expect(text).toEqual(['Leeds, UK, 1,200 people', '2 shows, 2 cities', 'York, booked', 'due, open']);
    expect(tags).toEqual(['show,played,ada', 'tour,tour,ada', 'show,booked,ada', 'goal,open,ada']);
    expect([time![1], timeEnd![1]]).toEqual([Date.UTC(2025, 4, 1), Date.UTC(2025, 5, 1)]);
    expect([time![3], timeEnd![3]]).toEqual([Date.UTC(2026, 5, 30), null]);
  });

  it('name the artist where there are several, and leave the earliest out where there is no room', async () => {
    const bo = await queries.artist({ slug: 'bo', name: 'Bo' });
    await queries.facts(bo, 'milestone', [{ occurred_at: '2025-08-01', title: 'Radio' }]);
    const frame = await ask({ artists: [], kinds: ['milestone'] }, { maxDataPoints: 2 });
    expect(columns(frame).title).toEqual(['First show on record · Ada', 'Radio · Bo']);
    expect(notices(frame)).toEqual(['The 1 earliest marks are left out; choose fewer kinds or a shorter time range.']);
  });

  it('keep what began before the time range and is still going on, not what was over or an instant by then', async () => {
    const cy = await queries.artist({ slug: 'cy', name: 'Cy' });
    await queries.facts(cy, 'stage_history', [
      { occurred_at: '2012-01-01', stage: 'Beginner', ended_on: '2017-12-31' },
      { occurred_at: '2018-01-01', stage: 'Professional' },
    ]);
    await queries.facts(cy, 'milestone', [{ occurred_at: '2018-01-01', title: 'Long ago' }]);
    const { time, timeEnd, text } = columns(await ask({ artists: ['cy'], kinds: ['stage', 'milestone'] }));
    expect(time).toEqual([Date.UTC(2018, 0, 1)]);
    expect(timeEnd).toEqual([null]);
    expect(text).toEqual(['career stage, until now']);
  });

  it('say that there is nothing to mark', async () => {
    const frame = await ask({ artists: ['bo'], kinds: ['goal'] });
    expect(frame.schema.fields).toEqual([]);
    expect(notices(frame)).toEqual(['Nothing to mark in this time range.']);
  });
});
