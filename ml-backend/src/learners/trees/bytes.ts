import type { ByteReader, ByteWriter } from '../bytes.ts';
import { badModel } from '../bytes.ts';
import { LEAF } from './nodes.ts';
import type { Trees } from './trees.ts';

/**
 * Writes trees: the distinct thresholds of each column once, then a node in 2 to 4 bytes and a value in 4. A node is its
 * column plus 1 and the number of its threshold, or 0 and its cover; children follow in preorder and need no pointers.
 */
export function writeTrees(writer: ByteWriter, trees: Trees): void {
  const { columns, outputs, roots, column, threshold, cover, values, gain } = trees;
  const tables = Array.from({ length: columns }, () => new Set<number>());
  column.forEach((asked, node) => asked !== LEAF && tables[asked]!.add(threshold[node]!));
  const ranks = tables.map((table) => new Map([...table].sort((a, b) => a - b).map((value, rank) => [value, rank])));
  for (const count of [columns, outputs, roots.length, column.length]) writer.varint(count);
  for (const table of ranks) {
    writer.varint(table.size);
    for (const value of table.keys()) writer.f64(value);
  }
  gain.forEach((value) => writer.f64(value));
  column.forEach((asked, node) => {
    writer.varint(asked + 1);
    writer.varint(asked === LEAF ? cover[node]! : ranks[asked]!.get(threshold[node]!)!);
  });
  writer.u8(values.BYTES_PER_ELEMENT);
  values.forEach((value) => (values.BYTES_PER_ELEMENT === 8 ? writer.f64(value) : writer.f32(value)));
}

/** Reads what writeTrees wrote. @throws EncoreError LEARNER_BAD_MODEL where a part is missing or out of range */
export function readTrees(reader: ByteReader): Trees {
  const columns = reader.count(9);
  const outputs = reader.varint();
  const treeCount = reader.count(2);
  const nodes = reader.count(2);
  if (columns < 1 || outputs < 1 || outputs > 1000) throw badModel('its trees have no columns or no values');
  const tables = Array.from({ length: columns }, () => Array.from({ length: reader.count(8) }, () => reader.f64()));
  if (tables.some((table) => table.some(Number.isNaN))) throw badModel('a threshold is no number');
  const trees: Trees = {
    columns,
    outputs,
    roots: new Int32Array(treeCount),
    column: new Int32Array(nodes),
    threshold: new Float64Array(nodes),
    right: new Int32Array(nodes),
    cover: new Uint32Array(nodes),
    gain: Float64Array.from({ length: columns }, () => finite(reader.f64())),
    values: new Float32Array(0),
  };
  for (let node = 0; node < nodes; node++) {
    const asked = reader.varint() - 1;
    const given = reader.varint();
    trees.column[node] = asked;
    if (asked === LEAF) trees.cover[node] = given;
    else trees.threshold[node] = tables[asked]?.[given] ?? missing();
  }
  const leaves = link(trees);
  trees.values = readValues(reader, leaves * outputs);
  return trees;
}

function readValues(reader: ByteReader, length: number): Trees['values'] {
  const width = reader.u8();
  if (length * width > reader.left) throw badModel('it ends too early');
  if (width === 4) return Float32Array.from({ length }, () => finite(reader.f32()));
  if (width === 8) return Float64Array.from({ length }, () => finite(reader.f64()));
  throw badModel('its values are neither of 32 nor of 64 bits');
}

/** Finds roots, right children, covers of splits and places of values from the order of the nodes. @returns leaves */
function link({ roots, column, right, cover, outputs }: Trees): number {
  const waiting: number[] = [];
  let leaves = 0;
  let node = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    roots[tree] = node;
    for (let parent: number | undefined = -1; parent !== undefined; node++) {
      if (node >= column.length) throw badModel('a tree is not complete');
      if (parent >= 0) right[parent] = node;
      if (column[node] === LEAF) {
        right[node] = leaves++ * outputs;
        parent = waiting.pop();
      } else {
        waiting.push(node);
        parent = -1;
      }
    }
  }
  if (node !== column.length) throw badModel('it has nodes without a tree');
  for (node = column.length - 1; node >= 0; node--) {
    if (column[node] !== LEAF) cover[node] = cover[node + 1]! + cover[right[node]!]!;
  }
  return leaves;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw badModel('a value is no number');
  return value;
}

function missing(): never {
  throw badModel('a split asks about what is not there');
}
