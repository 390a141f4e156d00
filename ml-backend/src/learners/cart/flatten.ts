import { LEAF } from '../trees/nodes.ts';
import type { Trees } from '../trees/trees.ts';
import type { Branch } from './branch.ts';

/** One tree in the flat arrays that predict and save. */
export function flatten(root: Branch, columns: number): Trees {
  const nodes: { branch: Branch; right: number }[] = [];
  const visit = (branch: Branch) => {
    const own = { branch, right: 0 };
    nodes.push(own);
    if (!branch.split) return;
    visit(branch.split.left);
    own.right = nodes.length;
    visit(branch.split.right);
  };
  visit(root);
  const values: number[] = [];
  const gain = new Float64Array(columns);
  const right = nodes.map(({ branch, right: child }) => {
    if (!branch.split) return values.push(...branch.values) - branch.values.length;
    gain[branch.split.column]! += branch.impurity - branch.split.left.impurity - branch.split.right.impurity;
    return child;
  });
  return {
    columns,
    outputs: root.values.length,
    roots: Int32Array.of(0),
    column: Int32Array.from(nodes, ({ branch }) => branch.split?.column ?? LEAF),
    threshold: Float64Array.from(nodes, ({ branch }) => branch.split?.threshold ?? 0),
    right: Int32Array.from(right),
    cover: Uint32Array.from(nodes, ({ branch }) => branch.rows),
    values: Float64Array.from(values),
    gain,
  };
}
