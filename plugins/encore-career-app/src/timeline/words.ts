import { t } from '@grafana/i18n';
import { dateLanguage } from '../common/dates';

type Values = Record<string, string | number>;

/** Templates by id: i18next is asked once a text, since a chart says hundreds of words in every frame of a zoom. */
const templates = new Map<string, string>();
const raw = { skipInterpolation: true };

function template(key: string, ask: () => string): string {
  let text = templates.get(key);
  if (text === undefined) {
    text = ask();
    templates.set(key, text);
  }
  return text;
}

const fill = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A translated text; values are put in as they are, since React escapes what it draws. */
export function say(id: string, text: string, values?: Values): string {
  const found = template(id, () => t(`timeline.${id}`, text, raw));
  return values ? fill(found, values) : found;
}

/**
 * A translated text with a number that decides between singular and plural.
 * `{{n}}` is the number with the separators of the language.
 */
export function sayCount(id: string, count: number, one: string, other: string, values: Values = {}): string {
  const forms = { defaultValue_one: one, defaultValue_other: other };
  const found = template(`${id} ${language().plurals.select(count)}`, () =>
    t(`timeline.${id}`, other, { ...forms, ...raw, count })
  );
  return fill(found, { n: formatCount(count), ...values });
}

/** A whole number with the separators of the user's language. */
export const formatCount = (count: number): string => language().numbers.format(count);

interface Language {
  name: string;
  numbers: Intl.NumberFormat;
  plurals: Intl.PluralRules;
}

let current: Language | undefined;

function language(): Language {
  const name = dateLanguage();
  if (current?.name !== name) {
    templates.clear();
    current = { name, numbers: new Intl.NumberFormat(name), plurals: new Intl.PluralRules(name) };
  }
  return current;
}
