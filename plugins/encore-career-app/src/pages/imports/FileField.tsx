import { css } from '@emotion/css';
import React from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Field, FileDropzone, FileDropzoneDefaultChildren, Icon, IconButton, useStyles2 } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { formatBytes } from './words';

interface Props {
  file?: File;
  disabled: boolean;
  onChange: (file: File | undefined) => void;
}

/** One file, dropped or chosen; it is not read before it is sent. */
export function FileField({ file, disabled, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Field label={t('imports.file', 'File')}>
      {file ? (
        <div className={styles.chosen} data-testid={testIds.imports.file}>
          <Icon name="file-alt" />
          <span className={styles.name}>{file.name}</span>
          <span className={styles.size}>{formatBytes(file.size)}</span>
          <IconButton
            name="times"
            disabled={disabled}
            aria-label={t('imports.remove', 'Choose another file')}
            onClick={() => onChange(undefined)}
          />
        </div>
      ) : (
        <FileDropzone
          id="encore-import-file"
          fileListRenderer={() => null}
          // With a handler of its own the dropzone leaves the file unread.
          options={{ multiple: false, disabled, onDrop: (files: File[]) => onChange(files[0]) }}
        >
          <FileDropzoneDefaultChildren
            primaryText={t('imports.drop', 'Drop a file here, or click to choose one')}
            secondaryText={t('imports.drop-says', 'CSV, TSV or a calendar; plain or as .gz')}
          />
        </FileDropzone>
      )}
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chosen: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  name: css({ flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  size: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
