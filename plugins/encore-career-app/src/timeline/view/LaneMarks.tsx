import React, { memo } from 'react';
import { type Label, type LaneScene, type TextRun } from '../scene';
import { type Palette } from '../palette';
import { type Paint } from '../ink';

/** The name of a stripes pattern within one chart. */
export const patternId = (uid: string, paint: Paint) =>
  `${uid}-${paint.pattern}-${(paint.fill ?? '').replace(/\W/g, '')}`;

export function toneColor({ tone, color }: TextRun, palette: Palette, link: string): string {
  const tones = {
    primary: palette.text,
    secondary: palette.secondary,
    strong: palette.strong,
    good: palette.good,
    bad: palette.bad,
    link,
  };
  return color ?? tones[tone ?? 'primary'];
}

interface Props {
  lane: LaneScene;
  uid: string;
  palette: Palette;
  link: string;
}

/** The marks and names of one lane, in the lane's own coordinates. */
export const LaneMarks = memo(function LaneMarks({ lane, uid, palette, link }: Props) {
  return (
    <g transform={`translate(0 ${lane.y + lane.heading})`}>
      {lane.shapes.map(({ key, d, paint }) => (
        <path
          key={key}
          d={d}
          fill={paint.pattern ? `url(#${patternId(uid, paint)})` : (paint.fill ?? 'none')}
          stroke={paint.stroke}
          strokeWidth={paint.width}
          strokeDasharray={paint.dash}
        />
      ))}
      {lane.labels.map((label, i) => (
        <LaneLabel key={i} label={label} palette={palette} link={link} />
      ))}
    </g>
  );
});

function LaneLabel({ label, palette, link }: { label: Label; palette: Palette; link: string }) {
  const { x, y, anchor, size, runs } = label;
  return (
    <text x={x} y={y} dy="0.35em" fontSize={size} textAnchor={anchor} style={{ whiteSpace: 'pre' }}>
      {runs.map((run, i) => (
        <tspan key={i} fill={toneColor(run, palette, link)} fontWeight={run.bold ? 500 : 400}>
          {run.text}
        </tspan>
      ))}
    </text>
  );
}

/** Stripes for every striped paint of the lanes. */
export function Patterns({ lanes, uid }: { lanes: readonly LaneScene[]; uid: string }) {
  const found = new Map<string, Paint>();
  lanes.forEach((lane) => lane.shapes.forEach(({ paint }) => paint.pattern && found.set(patternId(uid, paint), paint)));
  return (
    <defs>
      {[...found].map(([id, { pattern, fill }]) =>
        pattern === 'flat' ? (
          <pattern key={id} id={id} width="3" height="3" patternUnits="userSpaceOnUse">
            <rect width="3" height="2" fill={fill} />
          </pattern>
        ) : (
          <pattern key={id} id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill={fill} opacity="0.25" />
            <rect width="3" height="5" fill={fill} />
          </pattern>
        )
      )}
    </defs>
  );
}
