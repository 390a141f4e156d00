import { createDataFrame, type DataFrame, type Field, FieldType, type QueryResultMetaNotice } from '@grafana/data';

/** Fictional artists for tests: frames exactly as the forecast query sends them. */

const month = (i: number) => Date.UTC(2023, 10 + i, 1);

/** Two years and eleven months of revenue, November 2023 to October 2026. */
export const history = [
  17200, 14600, 9500, 12900, 15600, 17000, 24200, 27400, 22300, 17800, 19600, 20800, 18500, 18100, 11100, 5900, 18300,
  20000, 22600, 22000, 27200, 25200, 34200, 41900, 36200, 21300, 14400, 20100, 38700, 23500, 24900, 25600, 24000, 23400,
  26700, 30200,
];
const expected = [25600, 22400, 15200, 20000, 28700, 29600, 39100, 41500, 36600, 27700, 30000, 34900];

interface Options {
  months?: number[];
  future?: number[];
  levels?: number[];
  custom?: Record<string, unknown>;
  notices?: QueryResultMetaNotice[];
  unit?: string;
  spread?: (level: number, step: number, mean: number) => number;
}

const usualSpread = (level: number, step: number, mean: number) => mean * (level / 100) ** 2 * (0.16 + 0.014 * step);

/** A forecast frame: history, then future with bounds by level. */
export function forecastFrame({
  months = history,
  future = expected,
  levels = [50, 80, 95],
  custom = {},
  notices = [],
  unit = 'currencyUSD',
  spread = usualSpread,
}: Options = {}): DataFrame {
  const n = months.length + future.length;
  const start = history.length - months.length;
  const row = <T>(known: (i: number) => T, ahead: (i: number) => T) =>
    Array.from({ length: n }, (_, i) => (i < months.length ? known(i) : ahead(i - months.length)));
  const number = (name: string, values: Array<number | null>, labels?: Record<string, string>): Field => ({
    name,
    type: FieldType.number,
    values,
    labels,
    config: { unit },
  });
  const bounds = levels.flatMap((level) =>
    (['lower', 'upper'] as const).map((side) =>
      number(
        side,
        row<number | null>(
          () => null,
          (i) => future[i] + (side === 'upper' ? 1 : -0.82) * spread(level, i, future[i])
        ),
        { level: String(level) }
      )
    )
  );
  return createDataFrame({
    name: 'forecast',
    refId: 'A',
    meta: {
      custom: { encore: 'forecast', subject: 'Nova Parade', metric: 'revenue', unit, bucket: 'month', ...custom },
      notices,
    },
    fields: [
      { name: 'time', type: FieldType.time, values: Array.from({ length: n }, (_, i) => month(start + i)), config: {} },
      number(
        'actual',
        row<number | null>(
          (i) => months[i],
          () => null
        )
      ),
      number(
        'mean',
        row<number | null>(
          () => null,
          (i) => future[i]
        )
      ),
      ...bounds,
    ],
  });
}

/** What a well-tested forecast says about itself. */
export const testedMeta = {
  forecastFrom: month(36),
  asOf: Date.UTC(2026, 9, 31),
  total: {
    horizon: 12,
    mean: 353000,
    level: 80,
    lower: 309000,
    upper: 403000,
    previous: 309000,
    chanceAbovePrevious: 0.9,
  },
  backtest: {
    n: 20,
    mase: 0.41,
    error: 0.09,
    naiveError: 0.27,
    coverage: 0.95,
    level: 95,
    points: Array.from({ length: 20 }, (_, i) => ({
      time: month(16 + i),
      actual: history[16 + i],
      mean: history[16 + i],
      lower: 0,
      upper: 0,
      inside: i !== 12,
    })),
  },
};

/** Tours, releases and unusual months beside the forecast. */
export function eventsFrame(): DataFrame {
  const rows: Array<
    [number, number | null, string, string, string | null, number | null, number | null, string | null]
  > = [
    [month(5) + 16e8, month(8) + 14e8, 'Spring tour', 'tour', null, 14, null, null],
    [month(20), null, 'Glass Hours', 'release', null, null, null, null],
    [month(21) + 13e8, month(24) + 14e8, 'Autumn tour', 'tour', null, 22, null, null],
    [month(15), null, 'February 2025', 'unusual', 'below', 5900, 14000, '5 shows cancelled, illness'],
    [month(28), null, 'March 2026', 'unusual', 'above', 38700, 20400, 'TV placement'],
    [month(40) + 12e8, null, 'Low Tide', 'release', 'planned', null, null, null],
    [month(41) + 14e8, month(44) + 14e8, 'Summer tour', 'tour', 'planned', 18, null, null],
  ];
  const column = <K extends number>(k: K) => rows.map((cells) => cells[k]);
  return createDataFrame({
    name: 'events',
    refId: 'A',
    fields: [
      { name: 'time', type: FieldType.time, values: column(0), config: {} },
      { name: 'timeEnd', type: FieldType.time, values: column(1), config: {} },
      { name: 'title', type: FieldType.string, values: column(2), config: {} },
      { name: 'kind', type: FieldType.string, values: column(3), config: {} },
      { name: 'state', type: FieldType.string, values: column(4), config: {} },
      { name: 'value', type: FieldType.number, values: column(5), config: {} },
      { name: 'usual', type: FieldType.number, values: column(6), config: {} },
      { name: 'reason', type: FieldType.string, values: column(7), config: {} },
    ],
  });
}
