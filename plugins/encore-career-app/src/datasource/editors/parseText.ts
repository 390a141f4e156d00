import { t } from '@grafana/i18n';

import type { ParamSchema } from '../catalogue';
import type { ParamValue } from '../types';

export interface Parsed {
  /** Undefined when the field is empty: the service then takes its default. */
  value?: ParamValue;
  problem?: string;
}

/** What a text field holds, by its schema: a number where one is asked for, unless a template variable stands for it. */
export function parseText(text: string, schema: ParamSchema): Parsed {
  if (text === '') {
    return {};
  }
  if ((schema.type !== 'number' && schema.type !== 'integer') || text.includes('$') || text.includes('[[')) {
    return { value: text };
  }
  const value = Number(text);
  if (!Number.isFinite(value) || (schema.type === 'integer' && !Number.isInteger(value))) {
    return { problem: t('query.not-a-number', 'Enter a number or a variable such as $horizon.') };
  }
  if ((schema.minimum ?? -Infinity) > value || (schema.maximum ?? Infinity) < value) {
    return {
      problem: t('query.out-of-range', 'Enter {{from}} to {{to}}.', {
        from: schema.minimum ?? '−∞',
        to: schema.maximum ?? '∞',
      }),
    };
  }
  return { value };
}

/** An entry of a list: a number where the list takes numbers, unless it is a template variable. */
export function parseEntry(text: string, schema: ParamSchema): string | number {
  const numeric = schema.items?.type === 'number' || schema.items?.type === 'integer';
  return numeric && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
