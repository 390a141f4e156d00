import { css } from '@emotion/css';
import React, { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, InlineSwitch, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';

import { UnfoldButton } from '../../common/UnfoldButton';
import { formatOf, type Draft } from './draft';
import type { FormProps } from './ImportForm';

/** How dates and amounts are written, what becomes of bad rows, and names of columns; folded away until wanted. */
export function MoreOptions(props: FormProps) {
  const styles = useStyles2(getStyles);
  const { draft, disabled, onChange } = props;
  const [unfolded, setUnfolded] = useState(false);
  const asShown = { value: '' as const, label: t('imports.as-shown', 'As the file shows') };
  return (
    <div className={styles.more}>
      <UnfoldButton label={t('imports.more', 'More options')} unfolded={unfolded} onChange={setUnfolded} />
      {unfolded && (
        <div className={styles.options}>
          <Field label={t('imports.dates', 'Dates such as 1/2/2024')}>
            <RadioButtonGroup<Draft['dates']>
              options={[
                asShown,
                { value: 'dmy', label: t('imports.day-first', 'Day first') },
                { value: 'mdy', label: t('imports.month-first', 'Month first') },
              ]}
              value={draft.dates}
              disabled={disabled}
              onChange={(dates) => onChange({ dates })}
            />
          </Field>
          <Field label={t('imports.decimal', 'Amounts such as 1.234')}>
            <RadioButtonGroup<Draft['decimal']>
              options={[
                asShown,
                { value: 'dot', label: t('imports.dot', 'Decimal point') },
                { value: 'comma', label: t('imports.comma', 'Decimal comma') },
              ]}
              value={draft.decimal}
              disabled={disabled}
              onChange={(decimal) => onChange({ decimal })}
            />
          </Field>
          <InlineSwitch
            id="encore-import-strict"
            showLabel
            label={t('imports.strict', 'Take nothing in when any row is bad')}
            value={draft.strict}
            disabled={disabled}
            onChange={(event) => onChange({ strict: event.currentTarget.checked })}
          />
          <InlineSwitch
            id="encore-import-any-artist"
            showLabel
            label={t('imports.any-artist', 'Take rows that name another artist as well')}
            value={draft.anyArtist}
            disabled={disabled}
            onChange={(event) => onChange({ anyArtist: event.currentTarget.checked })}
          />
          <Columns {...props} />
        </div>
      )}
    </div>
  );
}

function Columns({ draft, known, disabled, onChange }: FormProps) {
  const styles = useStyles2(getStyles);
  const format = formatOf(draft, known);
  if (!format) {
    return null;
  }
  return (
    <fieldset className={styles.columns}>
      <legend>{t('imports.columns', 'Columns that the file names otherwise')}</legend>
      {format.columns.map(({ key, title, required }) => (
        <React.Fragment key={key}>
          <label htmlFor={`encore-import-column-${key}`}>
            {title}
            {required && ' *'}
          </label>
          <Input
            id={`encore-import-column-${key}`}
            value={draft.columns[key] ?? ''}
            placeholder={title}
            disabled={disabled}
            onChange={(event) => onChange({ columns: { ...draft.columns, [key]: event.currentTarget.value } })}
          />
        </React.Fragment>
      ))}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  more: css({ marginBottom: theme.spacing(2) }),
  options: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    paddingLeft: theme.spacing(2),
    marginTop: theme.spacing(1),
  }),
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    alignItems: 'center',
    width: '100%',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
    legend: { ...theme.typography.bodySmall, fontWeight: theme.typography.fontWeightMedium },
    '& label': { ...theme.typography.bodySmall },
  }),
});
