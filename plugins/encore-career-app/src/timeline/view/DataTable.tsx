import { type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { describe } from '../details';
import { laneTitle } from '../lanes/words';
import { type Item, type TimelineModel } from '../model';
import { testIds } from '../testIds';
import { formatCount, say } from '../words';
import { getStyles } from './styles';

const PAGE = 50;
const LATER = 200;

interface Props {
  model: TimelineModel;
  items: readonly Item[];
  zone: TimeZone;
}

/**
 * Everything in the range and everything undated as a table for screen readers, one row an item, a page at a time.
 * It is built shortly after the chart, so that it never delays the drawing.
 */
export function DataTable({ model, items, zone }: Props) {
  const styles = useStyles2(getStyles);
  const [ready, setReady] = useState(false);
  const [page, setPage] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), LATER);
    return () => clearTimeout(timer);
  }, []);
  if (!ready) {
    return null;
  }
  const all = [...items, ...model.undated];
  const pages = Math.max(Math.ceil(all.length / PAGE), 1);
  const at = Math.min(page, pages - 1);
  const rows = all.slice(at * PAGE, (at + 1) * PAGE);
  const shown = {
    from: formatCount(at * PAGE + 1),
    to: formatCount(at * PAGE + rows.length),
    total: formatCount(all.length),
  };
  return (
    <div className={styles.hidden} data-testid={testIds.table}>
      <table>
        <caption>{say('table.caption', 'Items of the timeline, {{from}} to {{to}} of {{total}}', shown)}</caption>
        <thead>
          <tr>
            <th scope="col">{say('table.lane', 'Lane')}</th>
            <th scope="col">{say('table.title', 'Title')}</th>
            <th scope="col">{say('tip.when', 'When')}</th>
            <th scope="col">{say('table.more', 'More')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <TableRow key={`${item.frame} ${item.row}`} model={model} item={item} zone={zone} />
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <div>
          <button type="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            {say('table.previous', 'Previous rows of the table')}
          </button>
          <button type="button" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            {say('table.next', 'Next rows of the table')}
          </button>
        </div>
      )}
    </div>
  );
}

function TableRow({ model, item, zone }: { model: TimelineModel; item: Item; zone: TimeZone }) {
  const box = { x0: 0, x1: 0, y0: 0, y1: 0 };
  const from = item.start;
  const single = { ...model, items: [item] };
  const { lines } = describe(single, { id: '', type: 'item', items: [0], from, to: item.end, ...box }, zone);
  const [when, ...more] = lines;
  return (
    <tr>
      <td>{laneTitle(item.lane)}</td>
      <th scope="row">{item.title}</th>
      <td>{when.value}</td>
      <td>{more.map((line) => `${line.name}: ${line.value}`).join('; ')}</td>
    </tr>
  );
}
