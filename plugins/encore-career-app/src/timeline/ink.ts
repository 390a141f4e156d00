/** How a shape is drawn; shapes of one paint become one path, so a lane of thousands of marks is a few elements. */
export interface Paint {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: string;
  /** Stripes instead of a flat fill: 45 degrees in bars, flat in columns. */
  pattern?: 'diagonal' | 'flat';
}

export interface Shape {
  key: string;
  d: string;
  paint: Paint;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** Collects shapes by paint in the order in which the paints were first used. */
export class Ink {
  private readonly batches = new Map<string, { paint: Paint; parts: string[] }>();

  path(d: string, paint: Paint): this {
    const key = `${paint.fill}|${paint.stroke}|${paint.width}|${paint.dash}|${paint.pattern}`;
    const batch = this.batches.get(key);
    if (batch) {
      batch.parts.push(d);
    } else {
      this.batches.set(key, { paint, parts: [d] });
    }
    return this;
  }

  rect(x: number, y: number, w: number, h: number, radius: number, paint: Paint): this {
    return this.path(rectPath(x, y, w, h, radius), paint);
  }

  line(x0: number, y0: number, x1: number, y1: number, paint: Paint): this {
    return this.path(`M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}`, paint);
  }

  shapes(): Shape[] {
    return [...this.batches].map(([key, { paint, parts }]) => ({ key, d: parts.join(''), paint }));
  }
}

/** A rectangle as a path, with rounded corners where it is wide enough for them. */
export function rectPath(x: number, y: number, w: number, h: number, radius = 0): string {
  const r = Math.min(radius, w / 2, h / 2);
  const [x0, y0, w1, h1] = [round(x), round(y), round(w), round(h)];
  if (r < 0.5) {
    return `M${x0} ${y0}h${w1}v${h1}h${-w1}z`;
  }
  const [a, b, q] = [round(w - 2 * r), round(h - 2 * r), round(r)];
  const arc = (dx: number, dy: number) => `a${q} ${q} 0 0 1 ${dx} ${dy}`;
  return `M${round(x + r)} ${y0}h${a}${arc(q, q)}v${b}${arc(-q, q)}h${-a}${arc(-q, -q)}v${-b}${arc(q, -q)}z`;
}

/** A circle as a path. */
export function circlePath(cx: number, cy: number, r: number): string {
  return `M${round(cx - r)} ${round(cy)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** A closed polygon from points around a centre. */
export function polygonPath(cx: number, cy: number, points: ReadonlyArray<readonly [number, number]>): string {
  return `M${points.map(([x, y]) => `${round(cx + x)} ${round(cy + y)}`).join('L')}z`;
}
