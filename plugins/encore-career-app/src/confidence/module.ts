import { PanelPlugin, type VisualizationSuggestionsBuilder } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';

import { setDateLanguage } from '../common/dates';
import { ConfidencePanel } from './ConfidencePanel';
import { fieldConfig } from './fieldConfig';
import { changeFrom, migrate } from './migrations';
import { addOptions } from './options';
import pluginJson from './plugin.json';
import { suggest, type SuggestionInput } from './suggestions';
import { type ConfidenceFieldConfig, type ConfidenceOptions } from './types';

const { language } = await initPluginTranslations(pluginJson.id);
setDateLanguage(language);

export const plugin = new PanelPlugin<ConfidenceOptions, ConfidenceFieldConfig>(ConfidencePanel)
  .useFieldConfig(fieldConfig)
  .setPanelOptions(addOptions)
  .setMigrationHandler(migrate)
  .setPanelChangeHandler(changeFrom);

/** Grafana 13 calls a function with a summary of the data, Grafana 12 an object with a builder; both are answered. */
const supplier = Object.assign((summary: SuggestionInput) => suggest(summary), {
  getSuggestionsForData(builder: VisualizationSuggestionsBuilder) {
    const appender = builder.getListAppender<ConfidenceOptions, ConfidenceFieldConfig>({
      pluginId: pluginJson.id,
      name: pluginJson.name,
    });
    suggest({ rawFrames: builder.data?.series })?.forEach((suggestion) => appender.append(suggestion));
  },
});
plugin.setSuggestionsSupplier(supplier);
