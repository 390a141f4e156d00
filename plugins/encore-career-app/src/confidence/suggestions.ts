import { type VisualizationSuggestion } from '@grafana/data';
import { type SuggestionInput } from '../common/suggestions';
import { t } from '../common/t';

import { isEventFrame } from './events';
import { groupFields } from './fields';
import { type ConfidenceFieldConfig, type ConfidenceOptions } from './types';

type Suggestion = Pick<
  VisualizationSuggestion<ConfidenceOptions, ConfidenceFieldConfig>,
  'name' | 'description' | 'cardOptions'
>;

/** Suggests the panel where a series has an expected value or a whole band; nothing for plain series of numbers. */
export function suggest({ rawFrames = [] }: SuggestionInput): Suggestion[] | undefined {
  const frames = rawFrames.filter((frame) => frame.length > 0 && !isEventFrame(frame));
  const groups = groupFields(frames, { fields: {}, level: 80 });
  if (!groups.some(({ mean, pairs }) => mean || pairs.some(({ lower, upper }) => lower && upper))) {
    return undefined;
  }
  return [
    {
      name: t('confidence.suggestion.name', 'Prediction confidence'),
      description: t('confidence.suggestion.says', 'History, forecast and its bands'),
      cardOptions: {
        previewModifier: (card) => {
          card.options = { ...card.options, header: 'hidden', showLabels: false };
        },
      },
    },
  ];
}
