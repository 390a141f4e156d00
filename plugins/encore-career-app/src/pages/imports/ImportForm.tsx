import React from 'react';
import { t } from '@grafana/i18n';
import { Combobox, Field, Input } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import { isNewArtist, needsArtist, type Draft, type Known } from './draft';
import { FileField } from './FileField';
import { MoreOptions } from './MoreOptions';

export interface FormProps {
  draft: Draft;
  known: Known;
  disabled: boolean;
  onChange: (changes: Partial<Draft>) => void;
}

/** Which file, of which format, whose, and how it is read. */
export function ImportForm(props: FormProps) {
  const { draft, known, disabled, onChange } = props;
  const detect = { value: '', label: t('imports.detect', 'Found by the file’s header') };
  const formats = known.formats.map(({ name, title, help }) => ({ value: name, label: title, description: help }));
  return (
    <>
      <FileField file={draft.file} disabled={disabled} onChange={(file) => onChange({ file })} />
      <Field label={t('imports.format', 'Format')}>
        <Combobox
          id="encore-import-format"
          data-testid={testIds.imports.format}
          options={[detect, ...formats]}
          value={draft.format}
          disabled={disabled}
          onChange={({ value }) => onChange({ format: value, columns: {} })}
        />
      </Field>
      {needsArtist(draft, known) && <ArtistFields {...props} />}
      <MoreOptions {...props} />
    </>
  );
}

function ArtistFields({ draft, known, disabled, onChange }: FormProps) {
  const isNew = isNewArtist(draft, known);
  return (
    <>
      <Field
        label={t('imports.artist', 'Artist')}
        description={t(
          'imports.artist-help',
          'Whose figures these are; type a name that is not on the list for a new artist.'
        )}
      >
        <Combobox
          id="encore-import-artist"
          data-testid={testIds.imports.artist}
          options={known.artists.map(({ text, value }) => ({ value, label: text }))}
          value={draft.artist || null}
          placeholder={t('imports.choose', 'Choose or type')}
          createCustomValue
          disabled={disabled}
          onChange={({ value }) => onChange({ artist: value })}
        />
      </Field>
      {isNew && (
        <>
          <Field
            label={t('imports.currency', 'Currency of the new artist')}
            description={t('imports.currency-help', 'In which sums are told, such as EUR; USD when empty.')}
          >
            <Input
              id="encore-import-currency"
              value={draft.currency}
              maxLength={3}
              width={12}
              placeholder="USD"
              disabled={disabled}
              onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
            />
          </Field>
          <Field
            label={t('imports.time-zone', 'Time zone of the new artist')}
            description={t('imports.time-zone-help', 'In which days begin, such as Europe/Berlin; UTC when empty.')}
          >
            <Combobox
              id="encore-import-time-zone"
              options={Intl.supportedValuesOf('timeZone').map((value) => ({ value }))}
              value={draft.timeZone || null}
              placeholder="UTC"
              isClearable
              createCustomValue
              disabled={disabled}
              width={40}
              onChange={(option) => onChange({ timeZone: option?.value ?? '' })}
            />
          </Field>
        </>
      )}
    </>
  );
}
