import { type TimeZone } from '@grafana/schema';
import { formatSpan } from './format';
import { countArtists, countItems, countReleases, countShows, countTours } from './lanes/words';
import { extra, type Item, type TimelineModel } from './model';
import { type TextRun } from './scene';
import { isKnown } from './series';
import { type Range } from './types';
import { say, sayCount } from './words';

const DAY = 864e5;

/** The tour that the range is about: it fills most of it and most shows in view belong to it. */
export function tourInView(visible: readonly Item[], range: Range): Item | undefined {
  const groups = new Map<string, number>();
  let shows = 0;
  for (const item of visible) {
    if (item.kind === 'show') {
      shows++;
      groups.set(item.group, (groups.get(item.group) ?? 0) + 1);
    }
  }
  return visible.find((item) => {
    const overlap = Math.min(item.end, range.to) - Math.max(item.start, range.from);
    const mine = groups.get(item.title) ?? 0;
    return item.kind === 'tour' && overlap > 0.5 * (range.to - range.from) && mine > 0.7 * shows;
  });
}

/** Makes the first number of a count bold. */
function counted(text: string): TextRun[] {
  const at = /[\d.,\u00a0\u202f]*\d/.exec(text);
  return at
    ? [
        { text: text.slice(0, at.index), tone: 'secondary' },
        { text: at[0], bold: true },
        { text: text.slice(at.index + at[0].length), tone: 'secondary' },
      ]
    : [{ text, tone: 'secondary' }];
}

function tourTotals(shows: readonly Item[], model: TimelineModel): string[] {
  const countries = new Set(shows.map((show) => extra(model, show, 'country')).filter(Boolean)).size;
  const without = shows.filter((show) => show.state === 'nosetlist').length;
  const dates = sayCount('head.dates', shows.length, '{{n}} date', '{{n}} dates');
  const where = countries > 1 ? ' ' + say('head.countries', 'in {{n}} countries', { n: countries }) : '';
  const split = say('head.setlists', '{{played}} with a setlist, {{without}} without', {
    played: shows.length - without,
    without,
  });
  return without > 0 ? [dates + where, split] : [dates + where];
}

/** The header's line: who, when, how many. */
export function headline(
  model: TimelineModel,
  visible: readonly Item[],
  range: Range,
  zone: TimeZone,
  phone: boolean
): TextRun[] {
  const of = (kind: string) => visible.filter((item) => item.kind === kind);
  const long = range.to - range.from > 3 * 365 * DAY;
  const span = formatSpan(range, zone, long ? 'month' : 'day');
  const tour = tourInView(visible, range);
  const shows = of('show');
  const tours = new Set(of('tour').map((item) => item.title)).size;
  const others = visible.filter((item) => !isKnown(item.kind)).length;
  const totals = tour
    ? tourTotals(shows, model)
    : [
        model.artists.length > 1 ? countArtists(new Set(visible.map((item) => item.artist)).size) : '',
        shows.length > 0 ? countShows(shows.length) : '',
        tours > 0 ? countTours(tours) : '',
        of('release').length > 0 ? countReleases(of('release').length) : '',
        others > 0 ? countItems(others) : '',
      ].filter(Boolean);
  const name = tour?.title ?? model.subject;
  const parts: TextRun[][] = totals.map(counted);
  return [
    ...(name
      ? [
          { text: name, bold: true },
          { text: ' · ', tone: 'secondary' as const },
        ]
      : []),
    ...(phone ? [] : [{ text: parts.length > 0 ? `${span} · ` : span, tone: 'secondary' as const }]),
    ...parts.flatMap((part, i) => [{ text: i === 0 ? '' : ', ', tone: 'secondary' as const }, ...part]),
  ];
}
