import { PanelPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { setDateLanguage } from '../common/dates';
import { answerBoth } from '../common/suggestions';
import { fieldConfig } from './fieldConfig';
import { changeFrom, migrate } from './migrations';
import { addOptions } from './options';
import pluginJson from './plugin.json';
import { suggest } from './suggestions';
import { TimelinePanel } from './TimelinePanel';
import { type FieldConfig, type Options } from './types';

const { language } = await initPluginTranslations(pluginJson.id);
setDateLanguage(language);

export const plugin = new PanelPlugin<Options, FieldConfig>(TimelinePanel)
  .useFieldConfig(fieldConfig)
  .setPanelOptions(addOptions)
  .setMigrationHandler(migrate)
  .setPanelChangeHandler(changeFrom);

plugin.setSuggestionsSupplier(answerBoth(pluginJson, suggest));
