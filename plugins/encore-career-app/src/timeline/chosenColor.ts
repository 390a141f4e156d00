import { type Field } from '@grafana/data';
import { type Item, type TimelineModel } from './model';

type ColorOf = (row: number) => string | undefined;

function mapped(field: Field): ColorOf | undefined {
  const { mappings } = field.config;
  if (!mappings?.length || !field.display || !JSON.stringify(mappings).includes('"color"')) {
    return undefined;
  }
  return (row) => {
    const value = field.values[row];
    return value === null || value === undefined ? undefined : field.display?.(value).color;
  };
}

function fixed(field: Field): ColorOf | undefined {
  const { color } = field.config;
  return color?.mode === 'fixed' && color.fixedColor ? () => color.fixedColor : undefined;
}

function byValue(field: Field): ColorOf | undefined {
  const mode = field.config.color?.mode ?? '';
  if (mode !== 'thresholds' && !mode.startsWith('continuous')) {
    return undefined;
  }
  return (row) => (typeof field.values[row] === 'number' ? field.display?.(field.values[row]).color : undefined);
}

/**
 * The colour that the user gave an item in the field options, if any: a mapping of state, kind or title, a fixed colour
 * of one of these columns, or the scheme of the value column. The last is only for kinds that the panel does not know,
 * since Grafana sets thresholds by itself when a panel changes its type.
 */
export function chosenColors(
  model: TimelineModel,
  known: (kind: string) => boolean
): (item: Item) => string | undefined {
  const frames = model.sources.map(({ roles }) => {
    const named = [roles.state, roles.kind, roles.title].filter((field) => field !== undefined);
    const all = [...named.map(mapped), ...named.map(fixed)].filter((color) => color !== undefined);
    return { all, value: roles.value && byValue(roles.value) };
  });
  return (item) => {
    const { all, value } = frames[item.frame];
    for (const color of all) {
      const found = color(item.row);
      if (found) {
        return found;
      }
    }
    return known(item.kind) ? undefined : value?.(item.row);
  };
}
