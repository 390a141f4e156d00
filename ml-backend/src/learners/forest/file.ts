import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { badModel } from '../bytes.ts';
import { outputsOf } from '../dataset.ts';
import { Classes, readModel, writeModel } from '../file.ts';
import { readTrees, writeTrees } from '../trees/bytes.ts';
import { Forest } from './model.ts';
import { ForestParams } from './params.ts';

const NAME = 'random-forest';
const Facts = Type.Object({
  params: ForestParams,
  classes: Classes,
  base: Type.Array(Type.Number()),
  outOfBag: Type.Union([Type.Number(), Type.Null()]),
});

/** A forest as bytes; what it predicts after loading is equal to the bit. */
export function saveForest({ params, classes, base, trees, outOfBag }: Forest): Uint8Array {
  const facts = { params, classes, base: [...base], outOfBag: Number.isNaN(outOfBag) ? null : outOfBag };
  return writeModel(NAME, facts, (writer) => writeTrees(writer, trees));
}

/** @throws EncoreError LEARNER_BAD_MODEL where the bytes are not what saveForest gave */
export function loadForest(bytes: Uint8Array): Forest {
  return readModel(
    bytes,
    NAME,
    (json) => Value.Parse(Facts, json),
    (reader, { params, classes, base, outOfBag }) => {
      const trees = readTrees(reader);
      const outputs = outputsOf(classes);
      if (base.length !== outputs || trees.outputs !== outputs || trees.roots.length === 0) {
        throw badModel('its trees do not fit its classes');
      }
      return new Forest(params, classes, Float64Array.from(base), trees, outOfBag ?? NaN);
    }
  );
}
