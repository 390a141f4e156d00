import type { Change, Effect, EffectBook, EventEffect } from '../serving/effects/read.ts';
import { certain, exposure, extraShows } from '../serving/effects/read.ts';
import type { Gathered, Spend } from '../serving/effects/facts.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Metric } from '../store/metrics.ts';

/** What is to be changed, as the parameters say it. */
export interface Wanted {
  gigs: number;
  ticketPrice: number;
  marketing: number;
  practiceHours: number;
  releaseIn: number;
  booked: boolean;
}

/** One change of a scenario, whether or not anybody can tell what it does. */
export interface Part {
  title: string;
  /** Undefined where no history can estimate it. */
  effect: Effect | undefined;
  /** What the effect is a figure of. */
  says: string;
  change: Change | undefined;
  /** What the reader must know besides. */
  remark?: string;
}

interface Ahead {
  /** Start of the first month ahead. */
  start: number;
  length: number;
}

const dayMs = 86_400_000;
const weeksPerMonth = 365.25 / 12 / 7;
const usualMonths = 24;
const levels = new Set(['streams', 'listeners', 'followers']);

/** The changes that are asked for, and how each reaches the metric. */
export function partsOf(wanted: Wanted, metric: Metric, book: EffectBook, own: Gathered, ahead: Ahead): Part[] {
  const parts: Part[] = [];
  if (wanted.gigs !== 0) parts.push(gigsPart(wanted.gigs, metric, book, own, ahead));
  if (wanted.ticketPrice !== 0) parts.push(pricePart(wanted.ticketPrice, metric, book, own, ahead));
  if (wanted.marketing !== 0) parts.push(marketingPart(wanted.marketing, metric, book, own, ahead));
  if (wanted.practiceHours !== 0) parts.push(practicePart(wanted.practiceHours, book, own, ahead));
  if (wanted.releaseIn > 0) parts.push(releasePart(wanted.releaseIn, book, ahead));
  if (wanted.booked) parts.push(bookedPart(metric, book, own, ahead));
  return parts;
}

const flat = ({ length }: Ahead, value: number) => new Float64Array(length).fill(value);

function gigsPart(more: number, metric: Metric, book: EffectBook, own: Gathered, ahead: Ahead): Part {
  const title = `${signed(more)} shows a month`;
  if (metric.name === 'gigs') {
    const change: Change = { effect: certain(1), way: 'addend', dose: flat(ahead, more) };
    return { title, effect: change.effect, says: 'shows', change };
  }
  if (levels.has(metric.name)) {
    const doses = own.facts.events.filter(({ kind }) => kind === 'show').slice(-usualMonths);
    const dose = doses.reduce((sum, event) => sum + event.dose, 0) / Math.max(1, doses.length);
    const months = Array.from({ length: ahead.length }, (_, t) => addBuckets('month', ahead.start, t) + 14 * dayMs);
    const says = 'log of the factor of a show with as many heads as listeners, first four weeks';
    return eventPart(title, says, book.show, months, more * dose, ahead);
  }
  const { usual, usualShows } = book.usual;
  const says = 'share of the metric that comes and goes with the shows';
  if (!book.share || !(usualShows > 0)) return { title, effect: book.share, says, change: undefined };
  const dose = flat(ahead, (more * usual) / usualShows);
  return { title, effect: book.share, says, change: { effect: book.share, way: 'addend', dose } };
}

/** Booked shows where a month has more of them than it usually has; a forecast presumes the usual ones. */
function bookedPart(metric: Metric, book: EffectBook, own: Gathered, ahead: Ahead): Part {
  const starts = Array.from({ length: ahead.length }, (_, t) => addBuckets('month', ahead.start, t));
  const booked = Float64Array.from(
    starts,
    (start) =>
      own.shows.filter(
        ({ status, time }) => status === 'booked' && time >= start && time < addBuckets('month', start, 1)
      ).length
  );
  const { shows } = own.facts;
  const usual = Float64Array.from(starts, (_, t) => {
    const before = [12, 24].flatMap((back) => shows[shows.length + (t % 12) - back] ?? []);
    return before.reduce((sum, count) => sum + count, 0) / Math.max(1, before.length);
  });
  const extra = extraShows(booked, usual);
  const total = booked.reduce((sum, count) => sum + count, 0);
  const title = `${total} booked shows`;
  const says = 'share of the metric that comes and goes with the shows';
  if (metric.name === 'gigs') {
    const change: Change = { effect: certain(1), way: 'addend', dose: extra };
    return { title, effect: change.effect, says: 'shows', change };
  }
  const { usual: level, usualShows } = book.usual;
  if (!book.share || !(usualShows > 0) || levels.has(metric.name))
    return { title, effect: undefined, says, change: undefined };
  const more = extra.reduce((sum, count) => sum + count, 0);
  const remark = `${more.toFixed(1)} more than the forecast presumes`;
  const dose = extra.map((count) => (count * level) / usualShows);
  return { title, effect: book.share, says, change: { effect: book.share, way: 'addend', dose }, remark };
}

function pricePart(percent: number, metric: Metric, book: EffectBook, own: Gathered, ahead: Ahead): Part {
  const title = `${signed(percent)}% ticket price`;
  const dose = flat(ahead, Math.log1p(percent / 100));
  if (metric.name === 'ticket_price') {
    const change: Change = { effect: certain(1), way: 'factor', dose };
    return { title, effect: change.effect, says: 'the price itself', change };
  }
  const says = `percent of ${metric.title.toLowerCase()} at ticketed shows for one percent of price`;
  const share = ticketedShare(book, own);
  const seen = beyondSeen(percent, own);
  const change: Change | undefined = book.price && { effect: book.price, way: 'factor', dose, share };
  return { title, effect: book.price, says, change, ...(seen && { remark: seen }) };
}

/** A price that was never asked lies beyond what any history can tell. */
function beyondSeen(percent: number, { facts }: Gathered): string | undefined {
  // Prices in other currencies are other numbers: the currency of most shows tells.
  const byCurrency = [...Map.groupBy(facts.ticketed.slice(-60), ({ currency }) => currency)];
  const [currency, shows] = byCurrency.sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
  const prices = shows.map(({ price }) => price);
  if (prices.length < 5) return undefined;
  const middle = prices.toSorted((a, b) => a - b)[prices.length >> 1]!;
  const asked = middle * (1 + percent / 100);
  if (asked <= Math.max(...prices) && asked >= Math.min(...prices)) return undefined;
  return `a usual ticket at ${asked.toFixed(2)} ${currency} lies outside of all prices in ${currency} of the last 60 shows; what it does is extrapolated`;
}

function ticketedShare(book: EffectBook, { facts }: Gathered): number {
  const shows = facts.shows.reduce((sum, count) => sum + count, 0);
  const part = shows > 0 ? Math.min(1, facts.ticketed.length / shows) : 1;
  return part * Math.min(1, Math.max(0, book.share?.mean ?? 1));
}

function marketingPart(amount: number, metric: Metric, book: EffectBook, own: Gathered, ahead: Ahead): Part {
  const { currency } = own.artist;
  const title = `${signed(amount)} ${currency} of marketing a month`;
  if (levels.has(metric.name)) {
    const { price, gap } = costOf(own.campaigns, own.artist);
    const says = 'log of the factor of a campaign, first four weeks';
    if (!(price > 0)) return { title, effect: book.campaign?.effect, says, change: undefined, remark: gap ?? noCost };
    const months = Array.from({ length: ahead.length }, (_, t) => addBuckets('month', ahead.start, t));
    const dose = Math.max(-1, Math.min(1, amount / price));
    const capped =
      amount > price ? `counted as one campaign a month: ${price.toFixed(2)} ${currency} is what one cost` : undefined;
    return { ...eventPart(title, says, book.campaign, months, dose, ahead), remark: together(capped, gap) };
  }
  const { price, gap } = costOf(own.promotions, own.artist);
  const says = `log of the factor on ${metric.title.toLowerCase()} of a show that money is spent on by name`;
  if (!(price > 0) || !(book.usual.usualShows > 0))
    return { title, effect: book.promotion, says, change: undefined, remark: gap ?? noCost };
  const promoted = own.facts.ticketed.slice(-usualMonths);
  const already = promoted.filter((show) => show.promoted).length / Math.max(1, promoted.length);
  const wanted = amount / price / book.usual.usualShows;
  const reached = Math.max(-already, Math.min(1 - already, wanted));
  const dose = flat(ahead, 1);
  const share = ticketedShare(book, own) * reached;
  const change: Change | undefined = book.promotion && { effect: book.promotion, way: 'factor', dose, share };
  const remark = `a show costs ${price.toFixed(2)} ${currency} to promote: ${Math.round(100 * Math.abs(reached))}% of the shows are reached`;
  return { title, effect: book.promotion, says, change, remark: together(remark, gap) };
}

/** What one campaign cost in the artist's currency, 0 where none is known, and which spends could not be converted. */
function costOf(spends: readonly Spend[], artist: Artist): { price: number; gap: string | undefined } {
  const known = spends.flatMap(({ amount }) => amount ?? []);
  const lacking = new Set(spends.flatMap(({ amount, currency }) => (amount === undefined ? currency : [])));
  const gap =
    lacking.size > 0
      ? `spends in ${[...lacking].sort().join(', ')} are left out, because no exchange rate to ${artist.currency} is known for then; import fx rates (import fx)`
      : undefined;
  return { price: known.reduce((sum, amount) => sum + amount, 0) / Math.max(1, known.length), gap };
}

const together = (...remarks: Array<string | undefined>): string | undefined =>
  remarks.filter((remark) => remark !== undefined).join('; ') || undefined;

const noCost = 'nothing was spent in this way before, so nobody knows what one such campaign costs';

function practicePart(hours: number, book: EffectBook, own: Gathered, ahead: Ahead): Part {
  const title = `${signed(hours)} hours of practice a week`;
  const says = 'percent for one percent of practice';
  const minutes = own.practice?.values.slice(-12).filter(Number.isFinite) ?? new Float64Array();
  const usual = minutes.reduce((sum, value) => sum + value, 0) / Math.max(1, minutes.length);
  if (!book.practice || !(usual > 0)) return { title, effect: book.practice?.effect, says, change: undefined };
  const { effect, lag } = book.practice;
  const changed = Math.max(0.05 * usual, usual + hours * 60 * weeksPerMonth);
  // Practice acts as the mean of three months, after its lag.
  const dose = Float64Array.from(
    { length: ahead.length },
    (_, t) => Math.log(changed / usual) * Math.min(1, Math.max(0, (t - lag + 1) / 3))
  );
  return { title, effect, says, change: { effect, way: 'factor', dose } };
}

function releasePart(inMonths: number, book: EffectBook, ahead: Ahead): Part {
  const on = addBuckets('month', ahead.start, inMonths - 1) + 14 * dayMs;
  const says = 'log of the factor of a release, first four weeks';
  return eventPart(`A release in month ${inMonths}`, says, book.release, [on], 1, ahead);
}

function eventPart(
  title: string,
  says: string,
  known: EventEffect | undefined,
  times: readonly number[],
  dose: number,
  ahead: Ahead
): Part {
  if (!known) return { title, effect: undefined, says, change: undefined };
  const { effect, shape, betweenEvents } = known;
  const events = times.map((time) => ({ kind: title, start: time, end: time, dose }));
  const path = exposure(events, shape, { start: ahead.start, frequency: 'month', length: ahead.length });
  // One event differs from the next; many of them even out.
  const extra = betweenEvents ** 2 / times.length;
  const parts = effect.parts.map((part) => ({ ...part, deviation: Math.sqrt(part.deviation ** 2 + extra) }));
  const whole = { ...effect, parts };
  return { title, effect: whole, says, change: { effect: whole, way: 'factor', dose: path } };
}

const signed = (value: number) => `${value > 0 ? '+' : '−'}${Math.abs(value)}`;
