import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { Boosted } from './model.ts';
import { badModel } from '../bytes.ts';
import { readModel, writeModel } from '../file.ts';
import { readTrees, writeTrees } from '../trees/bytes.ts';
import { BoostedParams } from './params.ts';

const NAME = 'boosted-trees';
const Facts = Type.Object({ params: BoostedParams, base: Type.Array(Type.Number()) });

/** Boosted trees as bytes; what they predict after loading is equal to the bit. */
export function saveBoosted({ params, base, trees }: Boosted): Uint8Array {
  return writeModel(NAME, { params, base: [...base] }, (writer) => writeTrees(writer, trees));
}

/** @throws EncoreError LEARNER_BAD_MODEL where the bytes are not what saveBoosted gave */
export function loadBoosted(bytes: Uint8Array): Boosted {
  return readModel(bytes, NAME, (json) => Value.Parse(Facts, json), (reader, { params, base }) => {
    const trees = readTrees(reader);
    const outputs = params.loss === 'logistic' && params.classes > 2 ? params.classes : 1;
    if (base.length !== outputs || trees.outputs !== 1 || trees.roots.length % outputs !== 0) {
      throw badModel('its trees do not fit its classes');
    }
    return new Boosted(params, Float64Array.from(base), trees);
  });
}
