import React, { type ChangeEvent } from 'react';
import { locationUtil, type DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ConfigSection, DataSourceDescription } from '@grafana/plugin-ui';
import { Divider, Field, Input, SecretInput } from '@grafana/ui';

import { testIds } from '../../common/testIds';
import pluginJson from '../plugin.json';
import type { EncoreOptions, EncoreSecrets } from '../types';

const width = 50;

/** Where the Encore service is and the key that it asks for. */
export function ConfigEditor({
  options,
  onOptionsChange,
}: DataSourcePluginOptionsEditorProps<EncoreOptions, EncoreSecrets>) {
  const { jsonData, secureJsonData, secureJsonFields } = options;
  const setJson = (change: Partial<EncoreOptions>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...change } });
  const setKey = (apiKey: string, configured: boolean) =>
    onOptionsChange({
      ...options,
      secureJsonFields: { ...secureJsonFields, apiKey: configured },
      secureJsonData: { ...secureJsonData, apiKey },
    });
  const badTimeout = jsonData.timeout !== undefined && !(jsonData.timeout >= 1 && jsonData.timeout <= 300);

  return (
    <>
      <DataSourceDescription
        dataSourceName={t('config.name', 'Encore Career')}
        docsLink={locationUtil.assureBaseUrl(`/plugins/${pluginJson.id}`)}
        hasRequiredFields
      />
      <Divider />
      <ConfigSection title={t('config.connection', 'Connection')}>
        <Field
          label={t('config.url', 'URL')}
          description={t('config.url-help', 'Address of the Encore service as this Grafana reaches it.')}
          required
        >
          <Input
            id="encore-config-url"
            data-testid={testIds.config.url}
            width={width}
            type="url"
            value={jsonData.apiUrl ?? ''}
            placeholder="http://127.0.0.1:8080"
            onChange={(event: ChangeEvent<HTMLInputElement>) => setJson({ apiUrl: event.currentTarget.value.trim() })}
          />
        </Field>
        <Field
          label={t('config.key', 'API key')}
          description={t(
            'config.key-help',
            'The service writes its first key to the file api-key in its data folder ($ENCORE_DATA_DIR/api-key, .encore/api-key by default). Grafana keeps it encrypted and never shows it again.'
          )}
          required
        >
          <SecretInput
            id="encore-config-api-key"
            data-testid={testIds.config.apiKey}
            width={width}
            autoComplete="off"
            isConfigured={Boolean(secureJsonFields?.apiKey)}
            value={secureJsonData?.apiKey ?? ''}
            onReset={() => setKey('', false)}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setKey(event.currentTarget.value.trim(), false)}
          />
        </Field>
        <Field
          label={t('config.timeout', 'Timeout')}
          description={t('config.timeout-help', 'Seconds until a request is given up; 30 when empty.')}
          invalid={badTimeout}
          error={t('config.timeout-error', 'Enter 1 to 300 seconds.')}
        >
          <Input
            id="encore-config-timeout"
            data-testid={testIds.config.timeout}
            width={12}
            type="number"
            min={1}
            max={300}
            suffix="s"
            value={jsonData.timeout ?? ''}
            placeholder="30"
            onChange={(event: ChangeEvent<HTMLInputElement>) =>
              setJson({ timeout: event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber })
            }
          />
        </Field>
      </ConfigSection>
    </>
  );
}
