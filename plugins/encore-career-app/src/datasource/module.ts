import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';

import { EncoreDataSource } from './datasource';
import { ConfigEditor } from './editors/ConfigEditor';
import { QueryEditor } from './editors/QueryEditor';
import { QueryHelp } from './editors/QueryHelp';
import pluginJson from './plugin.json';
import type { EncoreOptions, EncoreQuery, EncoreSecrets } from './types';

await initPluginTranslations(pluginJson.id);

export const plugin = new DataSourcePlugin<EncoreDataSource, EncoreQuery, EncoreOptions, EncoreSecrets>(
  EncoreDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
