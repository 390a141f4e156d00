import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { Boosted } from './model.ts';
import { badModel } from '../bytes.ts';
import { outputsOf } from '../dataset.ts';
import { Classes, readModel, writeModel } from '../file.ts';
import { readTrees, writeTrees } from '../trees/bytes.ts';
import { BoostedParams } from './params.ts';

const NAME = 'boosted-trees';
const Facts = Type.Object({ params: BoostedParams, classes: Classes, base: Type.Array(Type.Number()) });

/** Boosted trees as bytes; what they predict after loading is equal to the bit. */
export function saveBoosted({ params, classes, base, trees }: Boosted): Uint8Array {
  return writeModel(NAME, { params, classes, base: [...base] }, (writer) => writeTrees(writer, trees));
}

/** @throws EncoreError LEARNER_BAD_MODEL where the bytes are not what saveBoosted gave */
export function loadBoosted(bytes: Uint8Array): Boosted {
  return readModel(
    bytes,
    NAME,
    (json) => Value.Parse(Facts, json),
    (reader, { params, classes, base }) => {
      const trees = readTrees(reader);
      const outputs = outputsOf(classes);
      if (base.length !== outputs || trees.outputs !== 1 || trees.roots.length % outputs !== 0) {
        throw badModel('its trees do not fit its classes');
      }
      return new Boosted(params, classes, Float64Array.from(base), trees);
    }
  );
}
