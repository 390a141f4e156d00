import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Labelled } from '../../../ml-backend/src/learners/dataset.ts';
import { matrix } from '../../../ml-backend/src/learners/dataset.ts';
import { BadInput } from '../bench.ts';
import { mean } from '../figure.ts';

const usual = fileURLToPath(new URL('../../../../shared/oracles/forest_2000x20.json.gz', import.meta.url));

/** Rows to learn numbers and classes from, rows to be tested on, and what other programs reach. */
export interface Task {
  numbers: Labelled;
  classes: Labelled;
  testNumbers: Labelled;
  testClasses: Labelled;
  peers: [string, number][];
  quality: Quality | undefined;
}

/** Small data on which a forest must do as well as a peer, by cross-validation. */
export interface Quality {
  numbers: Labelled;
  classes: Labelled;
  r2: number;
  auc: number;
}

/** @throws BadInput with the file and what is wrong */
export function readTask(path = usual): Task {
  const { X, y, c, Xtest, ytest, ctest, peers } = read<Record<string, number[]> & Rows>(path);
  if (![X, y, c, Xtest, ytest, ctest].every(Array.isArray))
    throw new BadInput(`${path} lacks X, y, c or their test part`);
  const [x, xTest] = [matrix(X), matrix(Xtest)];
  return {
    numbers: { x, y: Float64Array.from(y!) },
    classes: { x, y: Float64Array.from(c!), classes: 2 },
    testNumbers: { x: xTest, y: Float64Array.from(ytest!) },
    testClasses: { x: xTest, y: Float64Array.from(ctest!), classes: 2 },
    peers: Object.entries(peers ?? {}).flatMap(([peer, figures]) =>
      Object.entries(figures).map(([name, value]): [string, number] => [`${peer}_${name}`, mean([value].flat())])
    ),
    quality: readQuality(dirname(path)),
  };
}

interface Rows {
  X: number[][];
  Xtest: number[][];
  peers?: Record<string, Record<string, number | number[]>>;
}

interface Case {
  id: string;
  X: number[][];
  y: number[];
  r2_kfold5_shuffle_seed0_mean: number;
  auc_strat5_mean: number;
}

function readQuality(folder: string): Quality | undefined {
  const found = (file: string, id: string) =>
    read<{ cases: Case[] }>(join(folder, file)).cases.find((one) => one.id === id)!;
  try {
    const { X, y } = found('cart_fit.json', 'regression');
    const labels = found('models.json', 'svc_rbf').y;
    const { r2_kfold5_shuffle_seed0_mean: r2, auc_strat5_mean: auc } = found('models.json', 'rf_quality');
    const x = matrix(X);
    return {
      numbers: { x, y: Float64Array.from(y) },
      classes: { x, y: Float64Array.from(labels), classes: 2 },
      r2,
      auc,
    };
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}

function read<T>(path: string): T {
  try {
    const bytes = readFileSync(path);
    return JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()) as T;
  } catch (error) {
    throw new BadInput(`${path} can't be read: ${(error as Error).message.slice(0, 200)}; --data takes another file`);
  }
}
