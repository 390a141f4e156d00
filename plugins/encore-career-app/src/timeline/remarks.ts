import { type Item, type TimelineModel } from './model';
import { sayCount, say } from './words';

/** What the reader should know about the data: rows without a date, rows that may be listed twice. */
export interface Remarks {
  text: string;
  action: string;
  undated: Item[];
  twice: Item[];
  items: Item[];
}

/** @param visible items in the range; rows listed twice are only reported where they can be seen */
export function findRemarks(model: TimelineModel, visible: readonly Item[]): Remarks {
  const { undated } = model;
  const twice = visible.filter((item) => item.duplicate);
  const shows = undated.length > 0 && undated.every((item) => item.kind === 'show');
  const noDate = shows
    ? sayCount('remark.undatedShows', undated.length, '{{n}} show has no date', '{{n}} shows have no date')
    : sayCount('remark.undated', undated.length, '{{n}} item has no date', '{{n}} items have no date');
  const double = sayCount('remark.twice', twice.length, '{{n}} date is listed twice', '{{n}} dates are listed twice');
  const parts = [undated.length > 0 ? noDate : '', twice.length > 0 ? double : ''].filter(Boolean);
  return {
    text: parts.join(', '),
    action: undated.length > 0 ? say('remark.list', 'List them') : say('remark.review', 'Review'),
    undated,
    twice,
    items: [...undated, ...twice],
  };
}
