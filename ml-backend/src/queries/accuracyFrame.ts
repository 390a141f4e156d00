import type { FrameJson } from '../frames/frame.ts';
import { frame, numberField, stringField, tableMeta } from '../frames/frame.ts';
import { STEP_GROUPS } from '../serving/accuracy.ts';
import type { FrameContract } from './type.ts';

/** One row of a table of errors. */
export interface ErrorRow {
  /** What was judged: a model version, or how it was tested. */
  subject: string;
  measured: string;
  firstStep: number;
  lastStep: number;
  n: number;
  forecasts: number;
  mase: number | null;
  naiveMase: number | null;
  smape: number | null;
  naiveSmape: number | null;
  /** Share inside, one a level; null where not measured. */
  coverage: ReadonlyArray<number | null>;
}

/** Last step of the group that begins with a step, cut at the farthest one that was scored. */
export const lastStepOf = (firstStep: number): number =>
  STEP_GROUPS.find(([first]) => first === firstStep)?.[1] ?? firstStep;

/** Errors by how far ahead was said, the naive beside them. */
export function errorsFrame(
  name: string,
  rows: readonly ErrorRow[],
  levels: readonly number[],
  bucket: 'week' | 'month'
): FrameJson {
  const numbers = (key: 'mase' | 'naiveMase' | 'smape' | 'naiveSmape' | 'n' | 'forecasts', config: object) =>
    numberField(
      key,
      rows.map((row) => row[key]),
      { config }
    );
  const titled = (displayName: string, description?: string) => ({
    displayName,
    ...(description && { description }),
  });
  return frame(
    name,
    [
      stringField(
        'ahead',
        rows.map((row) => aheadOf(row, bucket)),
        { config: titled('Ahead') }
      ),
      stringField(
        'model',
        rows.map(({ subject }) => subject),
        { config: titled('Model') }
      ),
      stringField(
        'measured',
        rows.map(({ measured }) => measured),
        { config: titled('Measured on') }
      ),
      numberField(
        'step',
        rows.map(({ firstStep }) => firstStep)
      ),
      numbers('n', titled('Checked', `${bucket}s that came`)),
      numbers('forecasts', titled('Forecasts')),
      numbers('mase', { ...titled('Error (MASE)', 'Error over the usual change from year to year'), decimals: 2 }),
      numbers('naiveMase', { ...titled('“Same as last year”', 'The same for repeating last year'), decimals: 2 }),
      numbers('smape', { ...titled('sMAPE'), unit: 'percent', decimals: 1 }),
      numbers('naiveSmape', { ...titled('sMAPE “same as last year”'), unit: 'percent', decimals: 1 }),
      ...levels.map((level, index) =>
        numberField(
          'coverage',
          rows.map(({ coverage }) => coverage[index] ?? null),
          {
            labels: { level: String(level) },
            config: { unit: 'percentunit', decimals: 0, displayNameFromDS: `Inside the ${level}% range` },
          }
        )
      ),
    ],
    tableMeta
  );
}

function aheadOf({ firstStep, lastStep }: ErrorRow, bucket: string): string {
  if (firstStep === lastStep) return `${firstStep} ${bucket}${firstStep === 1 ? '' : 's'}`;
  return `${firstStep}–${lastStep} ${bucket}s`;
}

export const errorsContract = (name: string, says: string): FrameContract => ({
  name,
  says,
  fields: [
    { name: 'ahead', type: 'string', says: 'how far ahead was said, in words' },
    { name: 'model', type: 'string', says: 'model and its version' },
    { name: 'measured', type: 'string', says: 'stored forecasts, or a backtest' },
    { name: 'step', type: 'number', says: 'first bucket ahead of the row' },
    { name: 'n', type: 'number', says: 'buckets that were checked' },
    { name: 'forecasts', type: 'number', says: 'forecasts that they belong to' },
    {
      name: 'mase',
      type: 'number',
      says: 'mean absolute error over the mean change from year to year; below 1 is better',
    },
    { name: 'naiveMase', type: 'number', says: 'the same of “same bucket last year”, over the same buckets' },
    { name: 'smape', type: 'number', says: 'symmetric percentage error, 0 to 200' },
    { name: 'naiveSmape', type: 'number', says: 'the same of “same bucket last year”' },
    {
      name: 'coverage',
      type: 'number',
      says: 'share inside the range with label level, 0 to 1; empty where not measured',
    },
  ],
});
