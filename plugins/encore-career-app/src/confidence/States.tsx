import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { t } from '../common/t';
import { Button, useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';

import { bucketName } from '../common/bucket';
import { FEWEST_FOR_FORECAST, type Model } from './model';
import { testIds } from './testIds';
import { units } from './words';

interface Props {
  model: Model;
  width: number;
  height: number;
  onAction: () => void;
}

const TESTED_FROM = 12;

/** Too little history for a forecast: says which months there are, how many it takes, and what brings more. */
export function ThinHistory({ model, width, height, onAction }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { thin = [], meta, bucket, series } = model;
  const what = { n: thin.length, units: units(bucket.unit), name: series[0].name.toLowerCase() };
  const names = listOf(thin.map((time) => bucketName(time, bucket)));
  return (
    <div className={styles.state} style={{ width, height }} data-testid={testIds.thin}>
      {height > 200 && (
        <svg width={150} height={56} aria-hidden>
          <path
            d="M4 38L22 30L42 36L148 4M42 36L148 52"
            fill="none"
            stroke={theme.colors.text.disabled}
            strokeDasharray="4 4"
          />
          <path d="M4 38L22 30L42 36" fill="none" stroke={series[0].color} strokeWidth={2} />
          {[
            [4, 38],
            [22, 30],
            [42, 36],
          ].map(([x, y]) => (
            <circle key={x} cx={x} cy={y} r={3.5} fill={series[0].color} />
          ))}
        </svg>
      )}
      <div className={styles.title}>
        {thin.length === 0
          ? t('confidence.thin.none', 'No {{name}} yet to forecast from', what)
          : t('confidence.thin.title', '{{n}} {{units}} of {{name}} are too few for a forecast', what)}
      </div>
      {thin.length > 0 && (
        <div>
          {t('confidence.thin.there', '{{who}} has {{name}} for {{names}}.', {
            ...what,
            who: meta.subject ?? series[0].name,
            names,
          })}
        </div>
      )}
      <div>
        {t(
          'confidence.thin.needs',
          'A forecast needs {{few}} {{units}}, a tested one {{tested}}. Older statements can be imported at any time: royalty exports, gig settlements or a ledger as CSV.',
          {
            ...what,
            few: FEWEST_FOR_FORECAST,
            tested: TESTED_FROM,
          }
        )}
      </div>
      {thin.length > 0 && (
        <Button variant="secondary" size="sm" onClick={onAction}>
          {t('confidence.thin.show', 'Show the {{n}} {{units}}', what)}
        </Button>
      )}
    </div>
  );
}

/** All data lies outside the dashboard's range: offers to go there. */
export function OutsideRange({ width, height, onAction }: Omit<Props, 'model'>) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.state} style={{ width, height }} data-testid={testIds.outside}>
      <div className={styles.title}>{t('confidence.outside.title', 'The data lies outside the time range')}</div>
      <Button variant="secondary" size="sm" onClick={onAction}>
        {t('confidence.outside.zoom', 'Zoom to data')}
      </Button>
    </div>
  );
}

function listOf(names: string[]) {
  if (names.length < 2) {
    return names.join('');
  }
  const list = { first: names.slice(0, -1).join(', '), last: names[names.length - 1] };
  return t('confidence.thin.list', '{{first}} and {{last}}', list);
}

const getStyles = (theme: GrafanaTheme2) => ({
  state: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 2),
    textAlign: 'center',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    overflow: 'auto',
  }),
  title: css({
    fontSize: theme.typography.h5.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.text.primary,
  }),
});
