import { PanelPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';

import { setDateLanguage } from '../common/dates';
import { answerBoth } from '../common/suggestions';
import { ConfidencePanel } from './ConfidencePanel';
import { fieldConfig } from './fieldConfig';
import { changeFrom, migrate } from './migrations';
import { addOptions } from './options';
import pluginJson from './plugin.json';
import { suggest } from './suggestions';
import { type ConfidenceFieldConfig, type ConfidenceOptions } from './types';

const { language } = await initPluginTranslations(pluginJson.id);
setDateLanguage(language);

export const plugin = new PanelPlugin<ConfidenceOptions, ConfidenceFieldConfig>(ConfidencePanel)
  .useFieldConfig(fieldConfig)
  .setPanelOptions(addOptions)
  .setMigrationHandler(migrate)
  .setPanelChangeHandler(changeFrom);

plugin.setSuggestionsSupplier(answerBoth(pluginJson, suggest));
