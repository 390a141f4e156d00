import { type VisualizationSuggestion } from '@grafana/data';
import { type SuggestionInput } from '../common/suggestions';
import { detectRoles } from './roles';
import { type FieldConfig, type Options } from './types';
import { say } from './words';

/** A card of the picker has no room for it. */
const noLegend = { showLegend: false } as Options['legend'];

type Suggestion = Pick<
  VisualizationSuggestion<Options, FieldConfig>,
  'name' | 'description' | 'options' | 'cardOptions'
>;

/** Suggests the timeline where a frame has a start and a title; nothing for series of numbers alone. */
export function suggest({ hasData, rawFrames }: SuggestionInput): Suggestion[] | undefined {
  const fits = rawFrames?.some((frame) => {
    const { time, title } = detectRoles(frame);
    return time && title && frame.length > 0;
  });
  if (hasData === false || !fits) {
    return undefined;
  }
  return [
    {
      name: say('suggestion.name', 'Career timeline'),
      description: say('suggestion.text', 'Lanes by kind with starts, ends and instants'),
      cardOptions: {
        previewModifier: (card) => {
          card.options = { ...card.options, overview: false, legend: noLegend };
        },
      },
    },
  ];
}
