import { AbstractLabelOperator, type AbstractLabelMatcher, type AbstractQuery } from '@grafana/data';

import type { EncoreQuery, ParamValue } from './types';

/** Labels of the lines that the service answers with, and the parameters that ask for them. */
const LABELS: Record<string, { one: string; many: string }> = {
  artist: { one: 'artist', many: 'artists' },
  metric: { one: 'metric', many: 'metrics' },
};

/**
 * What a query asks, as label matchers: Explore carries them over when another data source is chosen. A query without
 * an artist or a metric has none, and the other data source then starts empty.
 */
export function toAbstract({ refId, params = {} }: EncoreQuery): AbstractQuery {
  const labelMatchers = Object.entries(LABELS).flatMap(([name, { one, many }]): AbstractLabelMatcher[] => {
    const values = [params[many] ?? params[one] ?? []].flat().map(String).filter(Boolean);
    if (values.length === 0) {
      return [];
    }
    return values.length === 1
      ? [{ name, value: values[0], operator: AbstractLabelOperator.Equal }]
      : [{ name, value: values.map(escapeRegex).join('|'), operator: AbstractLabelOperator.EqualRegEx }];
  });
  return { refId, labelMatchers };
}

/** A series of the artists and metrics that another data source's labels name; other labels mean nothing here. */
export function fromAbstract({ refId, labelMatchers }: AbstractQuery): EncoreQuery {
  const params: Record<string, ParamValue> = {};
  for (const { name, value, operator } of labelMatchers) {
    const label = LABELS[name];
    if (label && operator === AbstractLabelOperator.Equal) {
      params[label.many] = [value];
    } else if (label && operator === AbstractLabelOperator.EqualRegEx && isList(value)) {
      params[label.many] = value.split('|').map(unescapeRegex);
    }
  }
  return { refId, queryType: 'series', params };
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

const escapeRegex = (text: string) => text.replace(SPECIAL, '\\$&');
const unescapeRegex = (text: string) => text.replace(/\\(.)/g, '$1');

/** Whether a regular expression is only a choice of words. */
const isList = (regex: string) => regex.split('|').every((word) => !SPECIAL_BARE.test(word));
const SPECIAL_BARE = /(^|[^\\])[.*+?^${}()[\]]/;
