import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { cell, itemLinks, whenText } from '../details';
import { type Item, type TimelineModel } from '../model';
import { type Remarks } from '../remarks';
import { testIds } from '../testIds';
import { LIST_WIDTH } from '../useGeometry';
import { say } from '../words';

interface Props {
  model: TimelineModel;
  remarks: Remarks;
  zone: TimeZone;
  height: number;
  onClose(): void;
}

/** Items that the chart cannot place, or that may be listed twice, beside the chart. */
export function SideList({ model, remarks, zone, height, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const sections = [
    { title: say('list.undated', 'Without a date'), items: remarks.undated },
    { title: say('list.twice', 'Listed twice'), items: remarks.twice },
  ].filter(({ items }) => items.length > 0);
  return (
    <aside className={styles.list} style={{ height }} aria-label={remarks.text} data-testid={testIds.undated}>
      <IconButton className={styles.close} name="times" aria-label={say('tip.close', 'Close')} onClick={onClose} />
      {sections.map(({ title, items }) => (
        <section key={title}>
          <div className={styles.title}>{title}</div>
          <ul className={styles.rows}>
            {items.map((item) => (
              <Row key={`${item.frame} ${item.row}`} model={model} item={item} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function Row({ model, item, zone }: { model: TimelineModel; item: Item; zone: TimeZone }) {
  const styles = useStyles2(getStyles);
  const { extras } = model.sources[item.frame];
  const more = extras
    .map((field) => cell(field, item.row, zone).text)
    .filter((text) => text && !item.title.includes(text));
  const about = [Number.isNaN(item.start) ? '' : whenText(item, zone), item.group, ...more.slice(0, 3)].filter(Boolean);
  const [link] = itemLinks(model, item);
  return (
    <li className={styles.row}>
      {link ? (
        <a
          href={link.href}
          target={link.target}
          rel="noreferrer"
          onClick={link.onClick ? (e) => link.onClick?.(e) : undefined}
        >
          {item.title}
        </a>
      ) : (
        <div>{item.title}</div>
      )}
      <div className={styles.about}>{about.join(' · ')}</div>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'relative',
    fontSize: 12,
    width: LIST_WIDTH,
    flex: 'none',
    overflowY: 'auto',
    padding: theme.spacing(1),
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    background: theme.colors.background.secondary,
  }),
  close: css({ position: 'absolute', right: theme.spacing(1), top: theme.spacing(1) }),
  title: css({ fontWeight: theme.typography.fontWeightMedium, lineHeight: '20px' }),
  rows: css({ listStyle: 'none', margin: 0, padding: 0 }),
  row: css({ padding: theme.spacing(0.5, 0), overflowWrap: 'anywhere', a: { color: theme.colors.text.link } }),
  about: css({ fontSize: 11, color: theme.colors.text.secondary }),
});
