import { circlePath, type Ink, type Paint, polygonPath, rectPath } from './ink';

/** Signs of instants and of the legend; shapes differ so that no meaning rests on colour alone. */
export type Glyph =
  | 'bar'
  | 'bar-open'
  | 'record'
  | 'ring'
  | 'star'
  | 'flag'
  | 'flag-open'
  | 'flag-risk'
  | 'up'
  | 'down'
  | 'dot'
  | 'hollow'
  | 'dashed'
  | 'cross'
  | 'diamond';

export interface GlyphColors {
  color: string;
  /** The ground below, for holes. */
  ground: string;
  pattern?: Paint['pattern'];
}

const STAR = Array.from({ length: 10 }, (_, i) => {
  const radius = i % 2 === 0 ? 6.6 : 2.7;
  const angle = (Math.PI * i) / 5 - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
});
const UP = [
  [0, -5.5],
  [6, 5],
  [-6, 5],
] as const;
const DOWN = [
  [0, 5.5],
  [6, -5],
  [-6, -5],
] as const;
const DIAMOND = [
  [0, -5],
  [5, 0],
  [0, 5],
  [-5, 0],
] as const;
const PENNANT = [
  [0, -6.5],
  [9, -3],
  [0, 0.5],
] as const;
const SWALLOW = [
  [0, -6.5],
  [11, -6.5],
  [7.5, -2.8],
  [11, 1],
  [0, 1],
] as const;

/** Draws a glyph around its centre; a flag's pole stands at the centre's x. */
export function drawGlyph(
  ink: Ink,
  glyph: Glyph,
  cx: number,
  cy: number,
  { color, ground, pattern }: GlyphColors
): void {
  const solid: Paint = { fill: color, pattern };
  const outline: Paint = { fill: ground, stroke: color, width: 1.5 };
  switch (glyph) {
    case 'bar':
      return void ink.path(rectPath(cx - 7, cy - 4.5, 14, 9, 2), solid);
    case 'bar-open':
      return void ink.path(rectPath(cx - 6.5, cy - 4, 13, 8, 2), { ...outline, width: 1, dash: '3 2' });
    case 'record':
      return void ink.path(circlePath(cx, cy, 5.5), solid).path(circlePath(cx, cy, 1.6), { fill: ground });
    case 'ring':
      return void ink
        .path(circlePath(cx, cy, 5), { stroke: color, width: 1.5 })
        .path(circlePath(cx, cy, 1.4), { fill: color });
    case 'star':
      return void ink.path(polygonPath(cx, cy + 0.5, STAR), solid);
    case 'up':
      return void ink.path(polygonPath(cx, cy, UP), solid);
    case 'down':
      return void ink.path(polygonPath(cx, cy, DOWN), outline);
    case 'dot':
      return void ink.path(circlePath(cx, cy, 3.5), solid);
    case 'hollow':
      return void ink.path(circlePath(cx, cy, 3), outline);
    case 'dashed':
      return void ink.path(circlePath(cx, cy, 3.5), { ...outline, dash: '2 1.5' });
    case 'cross':
      return void ink.path(`M${cx - 3} ${cy - 3}l6 6m0 -6l-6 6`, { stroke: color, width: 1.5 });
    case 'diamond':
      return void ink.path(polygonPath(cx, cy, DIAMOND), solid);
    case 'flag':
    case 'flag-open':
    case 'flag-risk':
      ink.line(cx, cy + 7, cx, cy - 7, { stroke: color, width: 1.6 });
      ink.path(
        polygonPath(cx + 0.8, cy, glyph === 'flag-risk' ? SWALLOW : PENNANT),
        glyph === 'flag-open' ? outline : solid
      );
  }
}

/** How far a glyph reaches left and right of its centre. */
export function glyphReach(glyph: Glyph): { left: number; right: number } {
  if (glyph.startsWith('flag')) {
    return { left: 1, right: 12 };
  }
  const half = {
    bar: 7,
    'bar-open': 7,
    dot: 3.5,
    hollow: 3.5,
    dashed: 4,
    cross: 3.5,
    diamond: 5,
    record: 5.5,
    ring: 5.5,
  };
  const reach = half[glyph as keyof typeof half] ?? 6.5;
  return { left: reach, right: reach };
}
