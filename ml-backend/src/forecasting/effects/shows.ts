import { logLinkRegression } from './logLink.ts';
import type { OwnEstimate } from './pool.ts';

/** A ticketed show that was played. */
export interface TicketedShow {
  /** Start of its day, epoch ms. */
  time: number;
  /** Whatever tells cities apart. */
  city: string;
  /** Played in the artist's own city, in its country, or abroad. */
  place: 'home' | 'country' | 'abroad';
  capacity: number;
  /** Face price of the usual ticket, in `currency`. */
  price: number;
  currency: string;
  /** Belongs to a tour or a residency. */
  tour: boolean;
  /** Money was spent on this show by name. */
  promoted: boolean;
  /** Listeners about then; NaN where nobody knows. */
  listeners: number;
  /** What is to be explained: heads, income or merch of the show; zero or more. */
  outcome: number;
}

export interface ShowEstimates {
  /** d log outcome / d log price. */
  price: OwnEstimate | undefined;
  /** Log of the factor that promoting a show has. */
  promotion: OwnEstimate | undefined;
}

const day = 86_400_000;
const year = 365.25 * day;
/** A new line of growth begins every so many years. */
const yearsPerPiece = 2;
/**
 * What else happens to an artist lasts for weeks, and prices change with it: shows are compared within a month, and
 * across months only as far as these are alike. A month's own level counts as if so many shows said that it has none.
 */
const levelDays = 30;
const levelRidge = 2;
const levelName = 'level ';
/** Observations a coefficient, below which a regression only describes its own noise. */
const showsPerColumn = 1.5;
/** Fewer shows of each sort cannot be compared. */
const fewestOfEach = 5;

/**
 * What ticket price and promotion do to a show's outcome, with size of room, place, time since the last visit, weekday,
 * season, listeners and the artist's own growth held equal.
 * @param shows  of one artist, in any order
 */
export function showEstimates(shows: readonly TicketedShow[]): ShowEstimates {
  const sorted = shows.filter(usable).sort((a, b) => a.time - b.time);
  const design = designOf(sorted);
  const columns = design.length;
  const free = design.filter(({ name }) => !name.startsWith(levelName)).length;
  const none = { price: undefined, promotion: undefined };
  if (sorted.length < showsPerColumn * free || sorted.length === 0) return none;
  const rows = new Float64Array(sorted.length * columns);
  design.forEach(({ values }, k) => values.forEach((value, i) => (rows[i * columns + k] = value)));
  const ridge = Float64Array.from(design, ({ ridge }) => ridge);
  const outcome = Float64Array.from(sorted, (show) => show.outcome);
  const found = logLinkRegression(rows, outcome, columns, ridge);
  if (!found) return none;
  const estimate = (name: string, n: number): OwnEstimate | undefined => {
    const at = design.findIndex((column) => column.name === name);
    return at < 0 ? undefined : { value: found.values[at]!, error: found.errors[at]!, n };
  };
  return {
    price: estimate('price', sorted.length),
    promotion: estimate('promotion', sorted.filter(({ promoted }) => promoted).length),
  };
}

const usable = ({ capacity, price, outcome }: TicketedShow) => capacity > 0 && price > 0 && outcome >= 0;

interface Column {
  name: string;
  values: Float64Array;
  ridge: number;
}

function designOf(shows: readonly TicketedShow[]): Column[] {
  const columns: Column[] = [];
  const add = (name: string, value: (show: TicketedShow, index: number) => number, ridge = 0) => {
    const values = Float64Array.from(shows, value);
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    if (name !== 'one') values.forEach((one, i) => (values[i] = one - mean));
    // What never varies says nothing.
    if (values.some((one) => Math.abs(one) > 1e-9)) columns.push({ name, values, ridge });
  };
  add('one', () => 1);
  add('price', ({ price }) => Math.log(price));
  const sorts = [true, false].map((sort) => shows.filter(({ promoted }) => promoted === sort).length);
  if (Math.min(...sorts) >= fewestOfEach) {
    const first = shows.findIndex(({ promoted }) => promoted);
    add('promotion', ({ promoted }) => Number(promoted));
    // Who promotes some shows from a day on had other times before that day.
    add('promoting', (_, i) => Number(i >= first), 1);
  }
  add('capacity', ({ capacity }) => Math.log(capacity));
  if (shows.every(({ listeners }) => listeners > 0)) add('listeners', ({ listeners }) => Math.log(listeners), 0.1);
  add('home', ({ place }) => Number(place === 'home'), 0.5);
  add('abroad', ({ place }) => Number(place === 'abroad'), 0.5);
  add('tour', ({ tour }) => Number(tour), 0.5);
  const since = daysSinceVisit(shows);
  add('visited lately', (_, i) => Number(since[i]! < 30), 0.5);
  add('visited this season', (_, i) => Number(since[i]! < 90), 0.5);
  add('Friday', ({ time }) => Number(weekday(time) === 5), 0.5);
  add('Saturday', ({ time }) => Number(weekday(time) === 6), 0.5);
  add('Monday to Wednesday', ({ time }) => Number([1, 2, 3].includes(weekday(time))), 0.5);
  const season = (time: number) => (2 * Math.PI * (time % year)) / year;
  add('season 1', ({ time }) => Math.sin(season(time)), 0.5);
  add('season 2', ({ time }) => Math.cos(season(time)), 0.5);
  for (const currency of otherCurrencies(shows)) add(currency, (show) => Number(show.currency === currency), 0.2);
  const start = shows[0]?.time ?? 0;
  const end = shows.at(-1)?.time ?? 0;
  for (let block = 0; start + block * levelDays * day <= end; block++)
    add(levelName + block, ({ time }) => Number(Math.floor((time - start) / day / levelDays) === block), levelRidge);
  for (let piece = 0; start + piece * yearsPerPiece * year < end; piece++) {
    const from = start + piece * yearsPerPiece * year;
    add(`growth ${piece}`, ({ time }) => Math.max(0, time - from) / year, 0.1);
  }
  return columns;
}

function daysSinceVisit(shows: readonly TicketedShow[]): Float64Array {
  const last = new Map<string, number>();
  return Float64Array.from(shows, ({ city, time }) => {
    const before = last.get(city) ?? -Infinity;
    last.set(city, time);
    return (time - before) / day;
  });
}

/** All but the most usual one. */
function otherCurrencies(shows: readonly TicketedShow[]): string[] {
  const groups = [...Map.groupBy(shows, ({ currency }) => currency)].sort((a, b) => b[1].length - a[1].length);
  return groups.slice(1).map(([currency]) => `${currency}`);
}

const weekday = (time: number) => new Date(time).getUTCDay();
