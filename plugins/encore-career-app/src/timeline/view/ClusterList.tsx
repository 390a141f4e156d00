import { Input, useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { itemLinks, whenText } from '../details';
import { type Item, type TimelineModel } from '../model';
import { type Looks } from '../series';
import { testIds } from '../testIds';
import { formatCount, say } from '../words';
import { LinkIcon } from './LinkIcon';
import { Sign } from './Sign';
import { getListStyles, ROW, ROWS } from './listStyles';

/** Longer lists can be searched. */
const SEARCHED = 12;
const AHEAD = 4;

interface Props {
  items: readonly Item[];
  model: TimelineModel;
  looks: Looks;
  zone: string;
  /** The row that was looked at last takes the focus. */
  takesFocus: boolean;
  at: number;
  onSelect(item: Item, at: number): void;
}

/** Every member of a cluster, by time: its name leads to its card, its links stand beside it. Only rows in view are drawn. */
export function ClusterList({ items, model, looks, zone, takesFocus, at: first, onSelect }: Props) {
  const styles = useStyles2(getListStyles);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(first);
  const [top, setTop] = useState(Math.max(first - 1, 0) * ROW);
  const [moved, setMoved] = useState(takesFocus ? 1 : 0);
  const list = useRef<HTMLDivElement>(null);
  const words = wanted.trim().toLowerCase();
  const about = (item: Item) => `${item.title} ${item.group} ${whenText(item, zone)}`.toLowerCase();
  const found = words ? items.filter((item) => about(item).includes(words)) : items;
  const current = Math.min(at, found.length - 1);

  useEffect(() => {
    const box = list.current;
    if (moved > 0 && box) {
      const y = current * ROW;
      const next = Math.min(Math.max(box.scrollTop, y - box.clientHeight + ROW), y);
      box.scrollTop = next;
      box.querySelector<HTMLElement>(`[data-at="${current}"]`)?.focus({ preventScroll: true });
    }
  }, [moved, current]);

  const onKeyDown = (e: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + ROWS,
      PageUp: current - ROWS,
      Home: 0,
      End: found.length - 1,
    };
    const to = steps[e.key];
    if (to !== undefined && found.length > 0) {
      e.preventDefault();
      setAt(Math.min(Math.max(to, 0), found.length - 1));
      setMoved(moved + 1);
    }
  };
  const from = Math.max(Math.floor(top / ROW) - AHEAD, 0);
  const rows = found.slice(from, from + ROWS + 2 * AHEAD).map((item, i) => ({ item, i: from + i }));
  if (current >= 0 && !rows.some(({ i }) => i === current)) {
    rows.push({ item: found[current], i: current });
  }
  return (
    <>
      {items.length > SEARCHED && (
        <div className={styles.search}>
          <Input
            type="search"
            value={wanted}
            placeholder={say('list.search', 'Search {{n}} items', { n: formatCount(items.length) })}
            aria-label={say('list.search', 'Search {{n}} items', { n: formatCount(items.length) })}
            onChange={(e) => setWanted(e.currentTarget.value)}
          />
        </div>
      )}
      <div
        ref={list}
        className={styles.list}
        style={{ height: Math.min(Math.max(found.length, 1), ROWS) * ROW }}
        onScroll={(e) => setTop(e.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        role="list"
        data-testid={testIds.list}
      >
        <div style={{ height: found.length * ROW }} role="none" />
        {found.length === 0 && <div className={styles.none}>{say('list.none', 'Nothing found')}</div>}
        {rows.map(({ item, i }) => (
          <div
            key={item.index}
            className={styles.row}
            style={{ top: i * ROW }}
            role="listitem"
            aria-posinset={i + 1}
            aria-setsize={found.length}
          >
            <button
              type="button"
              className={styles.name}
              tabIndex={i === current ? 0 : -1}
              onClick={() => onSelect(item, i)}
              data-at={i}
              data-testid={testIds.member(i)}
            >
              <Sign series={looks.of(item)} />
              <span className={styles.title}>{item.title}</span>
              <span className={styles.when}>{whenText(item, zone)}</span>
            </button>
            {itemLinks(model, item)
              .slice(0, 2)
              .map((link) => (
                <LinkIcon key={link.title + link.href} link={link} about={item.title} />
              ))}
          </div>
        ))}
      </div>
    </>
  );
}
