import fc from 'fast-check';
import { countMilestones, findTours, isOneOff, unusualYears } from './shows.ts';
import type { Show } from './shows.ts';

const day = 86_400_000;
const show = (date: string, tour: string | null, place = 'Hall', city: string | null = null): Show => ({
  time: Date.parse(`${date}T00:00:00Z`),
  place,
  city,
  country: 'USA',
  tour,
});

describe('findTours', () => {
  it('makes one bar from the first to the last date of a name', () => {
    const [tour, ...others] = findTours([
      show('2001-05-02', 'Rising'),
      show('2001-03-01', 'Rising', 'Arena'),
      show('2001-04-01', null),
    ]);
    expect(others).toEqual([]);
    expect(tour).toMatchObject({
      name: 'Rising',
      start: Date.UTC(2001, 2, 1),
      end: Date.UTC(2001, 4, 2),
      shows: 2,
      cities: 2,
      residency: false,
    });
  });

  it('splits one name at a gap of more than a year: a revival is another tour', () => {
    const tours = findTours([show('1980-10-01', 'River'), show('1981-09-01', 'River'), show('2016-01-16', 'River')]);
    expect(tours.map(({ shows }) => shows)).toEqual([2, 1]);
  });

  it('never makes a bar of shows that belong to no tour', () => {
    expect(['Non-tour', 'non tour shows', 'One-off', '', '-', 'N/A', null].map(isOneOff)).not.toContain(false);
    expect(isOneOff('Tour of the north')).toBe(false);
    expect(findTours([show('2001-01-01', 'Non-tour')])).toEqual([]);
  });

  it('calls many nights in one room a residency', () => {
    const nights = Array.from({ length: 12 }, (_, i) =>
      show(`2017-10-${String(i + 1).padStart(2, '0')}`, 'Broadway', i < 11 ? 'Walter Kerr' : 'Elsewhere')
    );
    expect(findTours(nights)[0]?.residency).toBe(true);
    expect(findTours(nights.slice(0, 9))[0]?.residency).toBe(false);
  });

  it('counts every show with a tour exactly once, in any order', () => {
    const shows = fc.array(
      fc.record({
        time: fc.integer({ min: 0, max: 20_000 }).map((n) => n * day),
        place: fc.constantFrom('a', 'b'),
        city: fc.constant(null),
        country: fc.constant(null),
        tour: fc.constantFrom('x', 'y', null),
      })
    );
    fc.assert(
      fc.property(shows, (list) => {
        const tours = findTours(list);
        expect(tours.reduce((sum, tour) => sum + tour.shows, 0)).toBe(list.filter(({ tour }) => tour !== null).length);
        expect(findTours(list.toReversed())).toEqual(tours);
        expect(tours.every(({ start, end }) => start <= end)).toBe(true);
      })
    );
  });
});

describe('countMilestones', () => {
  it('names the first show and each thousandth', () => {
    const shows = Array.from({ length: 2100 }, (_, i) => ({
      time: i * day,
      place: 'Hall',
      city: i === 999 ? 'Louisville' : null,
      country: null,
      tour: null,
    }));
    expect(countMilestones(shows).map(({ title }) => title)).toEqual([
      'First show on record',
      '1,000th show · Louisville',
      '2,000th show · Hall',
    ]);
  });

  it('has nothing to say about no shows', () => expect(countMilestones([])).toEqual([]));
});

describe('unusualYears', () => {
  const years = (counts: Record<number, number>) =>
    Object.entries(counts).flatMap(([year, n]) =>
      Array.from({ length: n }, (_, i) => ({
        time: Date.UTC(Number(year), 0, 1) + i * day,
        place: 'x',
        city: null,
        country: null,
        tour: null,
      }))
    );

  it('judges a year by the median of the five before', () => {
    const found = unusualYears(
      years({ 2001: 40, 2002: 44, 2003: 42, 2004: 38, 2005: 41, 2006: 90, 2007: 43, 2008: 4 }),
      Date.UTC(2009, 0, 2)
    );
    expect(found).toEqual([
      { year: 2006, shows: 90, usual: 41, state: 'above' },
      { year: 2008, shows: 4, usual: 42, state: 'below' },
    ]);
  });

  it('does not judge the running year', () => {
    const counts = { 2001: 40, 2002: 44, 2003: 42, 2004: 38, 2005: 41, 2006: 2 };
    expect(unusualYears(years(counts), Date.UTC(2006, 3, 1))).toEqual([]);
  });
});
