import { type TimeZone } from '@grafana/schema';
import { Button, useStyles2 } from '@grafana/ui';
import React, { memo, useEffect, useState } from 'react';
import { HiddenTable } from '../../common/HiddenTable';
import { itemLines } from '../details';
import { laneTitle } from '../lanes/words';
import { type Item, type TimelineModel } from '../model';
import { testIds } from '../testIds';
import { formatCount, say } from '../words';
import { getStyles } from './styles';

const PAGE = 50;
/** The table follows the chart when it has rested for this long, ms. */
const LATER = 250;

interface Props {
  model: TimelineModel;
  items: readonly Item[];
  zone: TimeZone;
}

/**
 * Everything in the range and everything undated as a table for screen readers, one row an item, a page at a time.
 * It is built shortly after the chart, so that it delays neither the drawing nor a zoom.
 */
export function DataTable(props: Props) {
  const { model, items, zone } = props;
  const [rested, setRested] = useState<Props | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested({ model, items, zone }), LATER);
    return () => clearTimeout(timer);
  }, [model, items, zone]);
  return rested && rested.model === model ? <Pages {...rested} /> : null;
}

const Pages = memo(function Pages({ model, items, zone }: Props) {
  const styles = useStyles2(getStyles);
  const [page, setPage] = useState(0);
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
});
