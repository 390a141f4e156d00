import { t } from '@grafana/i18n';
import { dateLanguage } from '../common/dates';

const raw = { interpolation: { escapeValue: false } };

/** A translated text; values are put in as they are, since React escapes what it draws. */
export function say(id: string, text: string, values: Record<string, string | number> = {}): string {
  return t(`timeline.${id}`, text, { ...values, ...raw });
}

/**
 * A translated text with a number that decides between singular and plural.
 * `{{n}}` is the number with the separators of the language.
 */
export function sayCount(id: string, count: number, one: string, other: string, values = {}): string {
  const forms = { defaultValue_one: one, defaultValue_other: other };
  return t(`timeline.${id}`, other, { ...forms, ...values, ...raw, count, n: formatCount(count) });
}

/** A whole number with the separators of the user's language. */
export const formatCount = (count: number): string => new Intl.NumberFormat(dateLanguage()).format(count);
