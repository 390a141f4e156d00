import { type TimeZone } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { HiddenTable } from '../../common/HiddenTable';
import { itemLines } from '../details';
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
  const shown = all.slice(at * PAGE, (at + 1) * PAGE);
  const rows = shown.map((item) => {
    const [when, ...more] = itemLines(model, item, zone);
    return [item.title, laneTitle(item.lane), when.value, more.map((line) => `${line.name}: ${line.value}`).join('; ')];
  });
  const caption = say('table.caption', 'Items of the timeline, {{from}} to {{to}} of {{total}}', {
    from: formatCount(shown.length > 0 ? at * PAGE + 1 : 0),
    to: formatCount(at * PAGE + rows.length),
    total: formatCount(all.length),
  });
  const head = [
    say('table.title', 'Title'),
    say('table.lane', 'Lane'),
    say('tip.when', 'When'),
    say('table.more', 'More'),
  ];
  return (
    <>
      <HiddenTable caption={caption} head={head} rows={rows} testId={testIds.table} />
      {pages > 1 && (
        <div className={styles.hidden}>
          <Button size="sm" variant="secondary" disabled={at === 0} onClick={() => setPage(at - 1)}>
            {say('table.previous', 'Previous rows of the table')}
          </Button>
          <Button size="sm" variant="secondary" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            {say('table.next', 'Next rows of the table')}
          </Button>
        </div>
      )}
    </>
  );
}
