import { type Bounds, nest } from './bands';
import { customOf, type FieldGroup, type FieldRef } from './fields';

export interface Band extends Bounds {
  hidden: boolean;
  inLegend: boolean;
  inTooltip: boolean;
  lowerRef: FieldRef;
  upperRef: FieldRef;
}

/** One history with its expected course and bands, row by row; NaN where a row has no value. */
export interface Series {
  key: string;
  name: string;
  color: string;
  group: FieldGroup;
  times: Float64Array;
  actual: Float64Array;
  mean: Float64Array;
  /** widest first */
  bands: Band[];
  /** row of the last actual; -1 without any */
  last: number;
  /** row of each time in a ref's own frame, for links and extra fields */
  rowOf: (ref: FieldRef, row: number) => number | undefined;
}

/** Lays the fields of a group on one ascending time column; rows from several frames meet at equal times. */
export function buildSeries(group: FieldGroup, name: string, color: string): Series {
  const refs = refsOf(group);
  const columns = new Map<FieldRef['time'], Map<number, number> | undefined>(refs.map((ref) => [ref.time, undefined]));
  const [only] = columns.keys();
  const direct = columns.size === 1 && isAscending(only.values);
  const times = direct ? Float64Array.from(only.values) : unionOf([...columns.keys()]);
  if (!direct) {
    for (const time of columns.keys()) {
      columns.set(time, new Map(time.values.map((at: number, row: number) => [at, row])));
    }
  }
  const rowOf = (ref: FieldRef, row: number) => (direct ? row : columns.get(ref.time)?.get(times[row]));
  const read = (ref: FieldRef | undefined) => {
    const out = new Float64Array(times.length);
    const values: ArrayLike<unknown> = ref?.field.values ?? [];
    for (let row = 0; row < out.length; row++) {
      const value = ref && values[direct ? row : (rowOf(ref, row) ?? -1)];
      out[row] = typeof value === 'number' ? value : NaN;
    }
    return out;
  };
  const actual = read(group.actual);
  return {
    key: group.key,
    name,
    color,
    group,
    times,
    actual,
    mean: read(group.mean),
    bands: nest(group.pairs.flatMap(({ level, lower, upper }) => bandOf(level, lower, upper, read))),
    last: lastFinite(actual),
    rowOf,
  };
}

function bandOf(
  level: number,
  lowerRef: FieldRef | undefined,
  upperRef: FieldRef | undefined,
  read: (ref: FieldRef) => Float64Array
): Band[] {
  if (!lowerRef || !upperRef) {
    return [];
  }
  const hides = [lowerRef, upperRef].map((ref) => customOf(ref.field).hideFrom);
  return [
    {
      level,
      lower: read(lowerRef),
      upper: read(upperRef),
      hidden: hides.some((hide) => hide?.viz),
      inLegend: !hides.some((hide) => hide?.legend),
      inTooltip: !hides.some((hide) => hide?.tooltip),
      lowerRef,
      upperRef,
    },
  ];
}

function refsOf(group: FieldGroup): FieldRef[] {
  const bounds = group.pairs.flatMap((pair) => [pair.lower, pair.upper]);
  return [group.actual, group.mean, ...bounds, ...group.extras].filter((ref): ref is FieldRef => ref !== undefined);
}

function isAscending(times: ArrayLike<number>) {
  for (let i = 0; i < times.length; i++) {
    if (typeof times[i] !== 'number' || (i > 0 && times[i] <= times[i - 1])) {
      return false;
    }
  }
  return true;
}

function unionOf(columns: Array<FieldRef['time']>): Float64Array {
  const all = new Set(columns.flatMap((time) => time.values).filter((at) => typeof at === 'number'));
  return Float64Array.from(all).sort();
}

function lastFinite(values: Float64Array) {
  let row = values.length - 1;
  while (row >= 0 && !isFinite(values[row])) {
    row--;
  }
  return row;
}
