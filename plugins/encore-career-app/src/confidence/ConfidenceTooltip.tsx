import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { t } from '../common/t';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { type Rect } from '../common/placeTooltip';
import { TooltipShell } from '../common/TooltipShell';
import { LegendSwatch } from './LegendSwatch';
import { testIds } from './testIds';
import { type TooltipContent } from './tooltip';

interface Props {
  content: TooltipContent;
  anchor: Rect;
  pinned: boolean;
  /** pinned by a key */
  takesFocus: boolean;
  maxWidth?: number;
  maxHeight?: number;
}

const WIDTH = 270;

/** One month explained, on the history's side of its line; a click pins it so that its links can be reached. */
export function ConfidenceTooltip({ content, anchor, pinned, takesFocus, maxWidth, maxHeight }: Props) {
  const styles = useStyles2(getStyles);
  const { title, aside, rows, events, links } = content;
  return (
    <TooltipShell
      anchor={anchor}
      prefer="left"
      width={Math.min(maxWidth || WIDTH, window.innerWidth - 16)}
      maxHeight={maxHeight}
      title={title}
      aside={aside}
      pinned={pinned}
      takesFocus={takesFocus}
      testId={testIds.tooltip}
      footer={links.length > 0 && <Links links={links} pinned={pinned} className={styles} />}
    >
      {rows.map(({ key, label, value, sign, color, opacity, strong }) => (
        <div key={key} className={styles.row}>
          <span className={styles.label}>
            {sign && color && <LegendSwatch sign={sign} color={color} opacity={opacity} />}
            {label}
          </span>
          <span className={cx(styles.value, strong && styles.strong)}>{value}</span>
        </div>
      ))}
      {events.map(({ key, text, note }) => (
        <div key={key} className={styles.event}>
          {text}
          {note && <span className={styles.note}>{` · ${note}`}</span>}
        </div>
      ))}
    </TooltipShell>
  );
}

function Links({
  links,
  pinned,
  className,
}: Pick<TooltipContent, 'links'> & { pinned: boolean; className: ReturnType<typeof getStyles> }) {
  return (
    <>
      {links.map((link, i) => (
        <a
          key={i}
          href={link.href}
          target={link.target}
          rel="noreferrer"
          onClick={link.onClick}
          className={className.link}
        >
          {link.title}
        </a>
      ))}
      {!pinned && <span className={className.hint}>{t('confidence.tooltip.pin', 'click to use the links')}</span>}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    lineHeight: '20px',
  }),
  label: css({ display: 'inline-flex', alignItems: 'center', gap: 8, color: theme.colors.text.secondary, minWidth: 0 }),
  value: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  strong: css({ fontWeight: theme.typography.fontWeightMedium }),
  event: css({ lineHeight: '20px' }),
  note: css({ color: theme.colors.text.secondary }),
  link: css({ color: theme.colors.text.link }),
  hint: css({ color: theme.colors.text.disabled }),
});
