import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { badModel } from '../bytes.ts';
import { outputsOf } from '../dataset.ts';
import { Classes, readModel, writeModel } from '../file.ts';
import { readTrees, writeTrees } from '../trees/bytes.ts';
import { Cart } from './model.ts';
import { CartParams } from './params.ts';

const NAME = 'decision-tree';
const Facts = Type.Object({ params: CartParams, classes: Classes });

/** A tree as bytes; what it predicts after loading is equal to the bit. */
export function saveCart({ params, classes, trees }: Cart): Uint8Array {
  return writeModel(NAME, { params, classes }, (writer) => writeTrees(writer, trees));
}

/** @throws EncoreError LEARNER_BAD_MODEL where the bytes are not what saveCart gave */
export function loadCart(bytes: Uint8Array): Cart {
  return readModel(
    bytes,
    NAME,
    (json) => Value.Parse(Facts, json),
    (reader, { params, classes }) => {
      const trees = readTrees(reader);
      if (trees.outputs !== outputsOf(classes) || trees.roots.length !== 1) {
        throw badModel('its tree does not fit its classes');
      }
      return new Cart(params, classes, trees);
    }
  );
}
