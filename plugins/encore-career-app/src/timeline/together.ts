import { SortOrder, type TimeZone } from '@grafana/schema';
import { countOf, type Line, whenText } from './details';
import { laneTitle } from './lanes/words';
import { type Item, type TimelineModel } from './model';
import { type Mark } from './scene';

/** What happens in the other lanes while a mark lasts, one line a lane; the tooltip mode "All" adds it. */
export function together(
  model: TimelineModel,
  mark: Pick<Mark, 'items' | 'from' | 'to'>,
  sort: SortOrder,
  zone: TimeZone
): Line[] {
  const own = new Set(mark.items);
  const lane = model.items[mark.items[0]]?.lane;
  const found = new Map<string, Item[]>();
  model.items.forEach((item, i) => {
    if (!own.has(i) && item.lane !== lane && item.start <= mark.to && item.end >= mark.from) {
      const items = found.get(item.lane);
      if (items) {
        items.push(item);
      } else {
        found.set(item.lane, [item]);
      }
    }
  });
  const lines = [...found].map(([key, items]) => {
    const value =
      items.length === 1 ? `${items[0].title}, ${whenText(items[0], zone)}` : countOf(items).split(' · ')[0];
    return { name: laneTitle(key), value, n: items.length };
  });
  if (sort !== SortOrder.None) {
    lines.sort((a, b) => (sort === SortOrder.Ascending ? a.n - b.n : b.n - a.n));
  }
  return lines.map(({ name, value }) => ({ name, value }));
}
